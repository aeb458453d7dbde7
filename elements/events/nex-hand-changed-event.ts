import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** A hand was raised or taken down, the visitor's own included. */
export class NexHandChangedEvent extends NexEvent<CallEvents['hand-changed']> {
  constructor(detail: CallEvents['hand-changed']) {
    super('nex-hand-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-hand-changed': NexHandChangedEvent;
  }
}
