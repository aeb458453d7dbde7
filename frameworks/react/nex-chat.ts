import { wrapElement } from './wrap-element.js';

/** `<nex-chat>`; the chat. */
export const NexChat = /* @__PURE__ */ wrapElement('nex-chat', () => import('../../elements/nex-chat.js'), ['nex-panel-toggle']);
