/**
 * Stands in for `webrtc-adapter` wherever `peerjs` is bundled. The real one patches the WebRTC globals of the page that
 * embeds us and weighs 12 kB; PeerJS reads these two values and nothing else, and only to describe the browser.
 */
export const WEBRTC_ADAPTER_STUB = `export default { browserDetails: { browser: 'unknown', version: 0 } };\n`;
