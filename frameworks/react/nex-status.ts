import { wrapElement } from './wrap-element.js';

/** `<nex-status>`; banner and live region. */
export const NexStatus = /* @__PURE__ */ wrapElement('nex-status', () => import('../../elements/nex-status.js'));
