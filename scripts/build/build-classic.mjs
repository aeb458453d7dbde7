import { build } from 'esbuild';
import { fromRoot } from '../project/from-root.mjs';

/** The script for pages that cannot have a module tag. Needs nothing, but is of use only beside `nexrtc.js`. */
export async function buildClassic() {
  await build({
    entryPoints: [fromRoot('elements/cdn/classic.ts')],
    outfile: fromRoot('dist/cdn/nexrtc.classic.js'),
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'iife',
    target: 'es2022',
    banner: { js: '/*! NexRTC (MIT) */' },
    logLevel: 'warning',
  });
}
