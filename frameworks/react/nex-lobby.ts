import { wrapElement } from './wrap-element.js';

/** `<nex-lobby>`; before joining: name, preview, devices, join. */
export const NexLobby = /* @__PURE__ */ wrapElement('nex-lobby', () => import('../../elements/nex-lobby.js'), ['nex-before-join']);
