import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** The picture of a participant or of a shared screen is gone. */
export class NexStreamRemovedEvent extends NexEvent<CallEvents['stream-removed']> {
  constructor(detail: CallEvents['stream-removed']) {
    super('nex-stream-removed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-stream-removed': NexStreamRemovedEvent;
  }
}
