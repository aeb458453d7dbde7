import { NexEvent } from './nex-event.js';

/** The key to talk is held, or was released. From `<nex-call>`, for what shows it. */
export class NexPushToTalkEvent extends NexEvent<{ readonly isHeld: boolean }> {
  constructor(detail: { readonly isHeld: boolean }) {
    super('nex-push-to-talk', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-push-to-talk': NexPushToTalkEvent;
  }
}
