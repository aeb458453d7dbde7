import type { CallEvents } from '../../src/call/call.js';
import { NexEvent } from './nex-event.js';

/** Somebody else said something in the chat. */
export class NexMessageReceivedEvent extends NexEvent<CallEvents['message-received']> {
  constructor(detail: CallEvents['message-received']) {
    super('nex-message-received', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-message-received': NexMessageReceivedEvent;
  }
}
