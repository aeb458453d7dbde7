import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Somebody is gone. */
export class NexParticipantLeftEvent extends NexEvent<CallEvents['participant-left']> {
  constructor(detail: CallEvents['participant-left']) {
    super('nex-participant-left', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-participant-left': NexParticipantLeftEvent;
  }
}
