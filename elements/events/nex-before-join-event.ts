import { NexEvent } from './nex-event.js';

/** The visitor is about to join; `preventDefault()` keeps it from happening. */
export class NexBeforeJoinEvent extends NexEvent<object> {
  constructor() {
    super('nex-before-join', {}, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-before-join': NexBeforeJoinEvent;
  }
}
