import { NexEvent } from './nex-event.js';

/** The visitor is about to leave; `preventDefault()` keeps it from happening. */
export class NexBeforeLeaveEvent extends NexEvent<object> {
  constructor() {
    super('nex-before-leave', {}, true);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-before-leave': NexBeforeLeaveEvent;
  }
}
