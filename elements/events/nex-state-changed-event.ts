import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** The call went from one status to another. */
export class NexStateChangedEvent extends NexEvent<CallEvents['state-changed']> {
  constructor(detail: CallEvents['state-changed']) {
    super('nex-state-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-state-changed': NexStateChangedEvent;
  }
}
