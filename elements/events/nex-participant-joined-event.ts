import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Somebody came. */
export class NexParticipantJoinedEvent extends NexEvent<CallEvents['participant-joined']> {
  constructor(detail: CallEvents['participant-joined']) {
    super('nex-participant-joined', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-participant-joined': NexParticipantJoinedEvent;
  }
}
