/**
 * For esbuild, where the whole of `peerjs` is bundled: stands in for `webrtc-adapter`. The real one patches the WebRTC globals
 * of the page that embeds us and weighs 12 kB; PeerJS reads these two values and nothing else, and only to describe the browser.
 */
export const webrtcAdapterStub = {
  name: 'webrtc-adapter-stub',
  setup(bundle) {
    bundle.onResolve({ filter: /^webrtc-adapter$/ }, () => ({ path: 'webrtc-adapter', namespace: 'stub' }));
    bundle.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: `export default { browserDetails: { browser: 'unknown', version: 0 } };\n`,
    }));
  },
};
