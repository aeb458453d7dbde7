import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Somebody reacted, the visitor included. */
export class NexReactionReceivedEvent extends NexEvent<CallEvents['reaction-received']> {
  constructor(detail: CallEvents['reaction-received']) {
    super('nex-reaction-received', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-reaction-received': NexReactionReceivedEvent;
  }
}
