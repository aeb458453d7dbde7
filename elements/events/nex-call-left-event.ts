import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** This visitor is out of the call; `reason` says why. */
export class NexCallLeftEvent extends NexEvent<CallEvents['call-left']> {
  constructor(detail: CallEvents['call-left']) {
    super('nex-call-left', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-call-left': NexCallLeftEvent;
  }
}
