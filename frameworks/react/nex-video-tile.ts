import { wrapElement } from './wrap-element.js';

/** `<nex-video-tile>`; one participant or one screen. */
export const NexVideoTile = /* @__PURE__ */ wrapElement('nex-video-tile', () => import('../../elements/nex-video-tile.js'));
