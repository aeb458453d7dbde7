import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Somebody else speaks, or nobody (`participantId` null). */
export class NexSpeakerChangedEvent extends NexEvent<CallEvents['speaker-changed']> {
  constructor(detail: CallEvents['speaker-changed']) {
    super('nex-speaker-changed', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-speaker-changed': NexSpeakerChangedEvent;
  }
}
