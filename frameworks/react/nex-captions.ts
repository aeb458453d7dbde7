import { wrapElement } from './wrap-element.js';

/** `<nex-captions>`; the caption strip. */
export const NexCaptions = /* @__PURE__ */ wrapElement('nex-captions', () => import('../../elements/nex-captions.js'));
