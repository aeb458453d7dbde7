import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Something failed; `error.fatal` tells whether the call can go on. */
export class NexErrorEvent extends NexEvent<CallEvents['error']> {
  constructor(detail: CallEvents['error']) {
    super('nex-error', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-error': NexErrorEvent;
  }
}
