import { build } from 'esbuild';
import { relative } from 'node:path';
import { WEBRTC_ADAPTER_STUB } from '../scripts/webrtc-adapter-stub.mjs';

const here = new URL('.', import.meta.url).pathname;

/** As in the paste-in bundle: PeerJS without the adapter that patches the page's WebRTC globals. */
export const stubAdapter = {
  name: 'stub-webrtc-adapter',
  setup(builder) {
    builder.onResolve({ filter: /^webrtc-adapter$/ }, () => ({ path: 'webrtc-adapter', namespace: 'stub' }));
    builder.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: WEBRTC_ADAPTER_STUB }));
  },
};

/** Bundles one variant's page; lazily loaded parts stay files of their own. Adds its files to `pages`. */
export async function bundlePage(pages, name, entry, plugins = []) {
  const outdir = `${here}out`;
  const result = await build({
    entryPoints: { [name]: `${here}${entry}` },
    outdir,
    bundle: true,
    write: false,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: `${name}-[hash]`,
    tsconfig: `${here}../tsconfig.json`,
    logLevel: 'silent',
    plugins,
  });
  for (const file of result.outputFiles) pages.set(`/${relative(outdir, file.path)}`, file.text);
  pages.set(`/${name}`, `<!doctype html><title>${name}</title><body><script type="module" src="/${name}.js"></script>`);
}
