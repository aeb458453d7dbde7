import { wrapElement } from './wrap-element.js';

/** `<nex-participants>`; who is in the call. */
export const NexParticipants = /* @__PURE__ */ wrapElement('nex-participants', () => import('../../elements/nex-participants.js'), [
  'nex-panel-toggle',
  'nex-chat-with',
]);
