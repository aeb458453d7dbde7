import type { ChatMessage } from '../../src/call/call.js';

/** Messages of one sender to the same readers within one minute, under one heading. */
export interface MessageGroup {
  readonly key: string;
  readonly messages: readonly [ChatMessage, ...ChatMessage[]];
}

const MINUTE_MS = 60_000;

/** In the order given; `dividerId` begins a group, so that the line above it stands between two. */
export function messageGroups(messages: readonly ChatMessage[], dividerId: string | null): readonly MessageGroup[] {
  const groups: { key: string; messages: [ChatMessage, ...ChatMessage[]] }[] = [];
  for (const message of messages) {
    const group = groups.at(-1);
    if (group && message.id !== dividerId && belongTogether(group.messages[0], message)) group.messages.push(message);
    else groups.push({ key: message.id, messages: [message] });
  }
  return groups;
}

function belongTogether(first: ChatMessage, next: ChatMessage): boolean {
  return (
    first.participantId === next.participantId &&
    first.name === next.name &&
    first.isOwn === next.isOwn &&
    first.to === next.to &&
    Math.floor(first.sentAt / MINUTE_MS) === Math.floor(next.sentAt / MINUTE_MS)
  );
}
