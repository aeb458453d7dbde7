import { wrapElement } from './wrap-element.js';

/** `<nex-quality>`; how well the call goes. */
export const NexQuality = /* @__PURE__ */ wrapElement('nex-quality', () => import('../../elements/nex-quality.js'));
