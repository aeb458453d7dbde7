import { build } from 'esbuild';
import { WEBRTC_ADAPTER_STUB } from '../../scripts/webrtc-adapter-stub.mjs';

const URL_PATH = '/__peerjs.js';

const stubAdapter = {
  name: 'stub-webrtc-adapter',
  setup(bundle) {
    bundle.onResolve({ filter: /^webrtc-adapter$/ }, () => ({ path: 'webrtc-adapter', namespace: 'stub' }));
    bundle.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: WEBRTC_ADAPTER_STUB }));
  },
};

/** PeerJS has CommonJS parts that no browser loads: it is bundled once, the way the CDN build does it. */
export function peerjsBundlePlugin() {
  let bundled;
  return {
    name: 'peerjs-bundle',
    resolveImport({ source }) {
      return source === 'peerjs' ? URL_PATH : undefined;
    },
    async serve(context) {
      if (context.path !== URL_PATH) return undefined;
      bundled ??= build({
        stdin: { contents: `export * from 'peerjs'; export { default } from 'peerjs';`, resolveDir: process.cwd() },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        write: false,
        plugins: [stubAdapter],
      });
      return { body: (await bundled).outputFiles[0].text, type: 'js' };
    },
  };
}
