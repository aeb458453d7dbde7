import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** A connection, or the call as a whole (`participantId` null), got better or worse. */
export class NexQualityChangedEvent extends NexEvent<CallEvents['quality-changed']> {
  constructor(detail: CallEvents['quality-changed']) {
    super('nex-quality-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-quality-changed': NexQualityChangedEvent;
  }
}
