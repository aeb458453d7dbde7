import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { leanBundle } from '../../scripts/build/bundle/lean-peerjs.mjs';
import { webrtcAdapterStub } from './webrtc-adapter-stub.mjs';

const LEAN = '/__peerjs-lean.js';
const WHOLE = '/__peerjs.js';

const lean = {
  name: 'lean-peerjs',
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]peerjs[/\\]dist[/\\]bundler\.mjs$/ }, ({ path }) => ({
      contents: leanBundle(readFileSync(path, 'utf8')),
    }));
  },
};

/** The sources get PeerJS as it is shipped, cut to what is used; the tests get the whole of it, for strangers who use it. */
export function peerjsBundlePlugin() {
  const bundles = new Map();
  return {
    name: 'peerjs-bundle',
    resolveImport({ source, context }) {
      if (source !== 'peerjs') return undefined;
      return context.path.startsWith('/src/') ? LEAN : WHOLE;
    },
    async serve(context) {
      const { path } = context;
      if (path !== LEAN && path !== WHOLE) return undefined;
      if (!bundles.has(path)) bundles.set(path, bundle(path === LEAN ? lean : webrtcAdapterStub));
      return { body: (await bundles.get(path)).outputFiles[0].text, type: 'js' };
    },
  };
}

function bundle(plugin) {
  return build({
    stdin: { contents: `export * from 'peerjs';`, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    plugins: [plugin],
  });
}
