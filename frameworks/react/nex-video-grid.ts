import { wrapElement } from './wrap-element.js';

/** `<nex-video-grid>`; all tiles, laid out to fit its own box. */
export const NexVideoGrid = /* @__PURE__ */ wrapElement('nex-video-grid', () => import('../../elements/nex-video-grid.js'));
