import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** This visitor is in the call. */
export class NexCallJoinedEvent extends NexEvent<CallEvents['call-joined']> {
  constructor(detail: CallEvents['call-joined']) {
    super('nex-call-joined', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-call-joined': NexCallJoinedEvent;
  }
}
