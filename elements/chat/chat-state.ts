import type { CallState, ChatMessage } from '../../src/call/call.js';

export interface ChatPerson {
  readonly id: string;
  readonly name: string;
}

/** All of the call that the chat shows. */
export interface ChatState {
  readonly messages: readonly ChatMessage[];
  readonly unread: number;
  readonly canSend: boolean;
  readonly selfId: string;
  readonly others: readonly ChatPerson[];
}

export function selectChat({ messages, unread, can, self, participants }: Readonly<CallState>): ChatState {
  return { messages, unread, canSend: can.chat, selfId: self.id, others: participants.map(({ id, name }) => ({ id, name })) };
}

export function isSameChat(a: ChatState, b: ChatState): boolean {
  return (
    a.messages === b.messages &&
    a.unread === b.unread &&
    a.canSend === b.canSend &&
    a.selfId === b.selfId &&
    a.others.length === b.others.length &&
    a.others.every(({ id, name }, index) => id === b.others[index]?.id && name === b.others[index].name)
  );
}

/** The first of the last `count` messages of others; null when there are none. */
export function firstUnread(messages: readonly ChatMessage[], count: number): string | null {
  let id: string | null = null;
  let left = count;
  for (let index = messages.length - 1; index >= 0 && left > 0; index -= 1) {
    const message = messages[index];
    if (!message || message.isOwn) continue;
    id = message.id;
    left -= 1;
  }
  return id;
}
