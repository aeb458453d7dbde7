import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** The picture of a participant or of a shared screen can be shown. */
export class NexStreamAddedEvent extends NexEvent<CallEvents['stream-added']> {
  constructor(detail: CallEvents['stream-added']) {
    super('nex-stream-added', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-stream-added': NexStreamAddedEvent;
  }
}
