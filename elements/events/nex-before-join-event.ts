import { NexEvent } from './nex-event.js';

/** The visitor is about to join; `preventDefault()` keeps it from happening. */
export class NexBeforeJoinEvent extends NexEvent<object> {
  /** `isLocal`: seen by its target alone, while the same question goes to the page from the `<nex-call>`. */
  constructor(isLocal = false) {
    super('nex-before-join', {}, true, isLocal);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-before-join': NexBeforeJoinEvent;
  }
}
