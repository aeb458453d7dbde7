import { NexEvent } from './nex-event.js';

/** The visitor is about to leave; `preventDefault()` keeps it from happening. */
export class NexBeforeLeaveEvent extends NexEvent<object> {
  /** `isLocal`: seen by its target alone, while the same question goes to the page from the `<nex-call>`. */
  constructor(isLocal = false) {
    super('nex-before-leave', {}, true, isLocal);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-before-leave': NexBeforeLeaveEvent;
  }
}
