import { NexEvent } from './nex-event.js';

/** Somebody wants to write to one participant alone: the chat of that call turns to them, and is opened where it is not in sight. */
export class NexChatWithEvent extends NexEvent<{ readonly participantId: string }> {
  constructor(detail: { readonly participantId: string }) {
    super('nex-chat-with', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nex-chat-with': NexChatWithEvent;
  }
}
