import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Something about a participant changed. */
export class NexParticipantChangedEvent extends NexEvent<CallEvents['participant-changed']> {
  constructor(detail: CallEvents['participant-changed']) {
    super('nex-participant-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-participant-changed': NexParticipantChangedEvent;
  }
}
