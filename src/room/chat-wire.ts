import { LIMITS } from '../base/limits.js';
import { CHAT_LIMITS } from './chat-limits.js';
import { boundDisplayName } from './display-name.js';

/** A message by its author, over the author's own channel. */
export interface SaidWire {
  readonly kind: 'chat';
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly sentAt: number;
  readonly to: string | null;
  readonly replyTo: string | null;
}

/** A message of the public history, told by anybody. */
export interface ToldWire {
  readonly id: string;
  readonly participantId: string;
  readonly name: string;
  /** Empty when it was deleted. */
  readonly text: string;
  readonly sentAt: number;
  readonly replyTo: string | null;
}

/** Everything that members say to each other about the chat. */
export type ChatWire =
  | SaidWire
  | { readonly kind: 'chat-deleted'; readonly id: string }
  /** What is known of the public chat, as `ChatLog.sum` says it. */
  | { readonly kind: 'chat-sum'; readonly sum: string }
  /** For the part of the history before that message; null: the latest. */
  | { readonly kind: 'chat-ask'; readonly before: string | null }
  /** Oldest first. */
  | { readonly kind: 'chat-part'; readonly sum: string; readonly isLast: boolean; readonly entries: readonly ToldWire[] };

const ID = /^[0-9a-f]{32}$/;
const PARTICIPANT_ID = /^[\w-]{1,64}$/;
const SUM = /^\d{1,4}\.[0-9a-f]{32}$/;
const LATEST_DATE_MS = 8.64e15;

type Fields = Readonly<Record<string, unknown>>;

/** A fresh message from one as it came, known fields only; null when it is another kind or not well formed. */
export function parseChatWire(data: unknown): ChatWire | null {
  const fields = fieldsOf(data);
  switch (fields?.['kind']) {
    case 'chat':
      return parseSaid(fields);
    case 'chat-deleted':
      return isId(fields['id']) ? { kind: 'chat-deleted', id: fields['id'] } : null;
    case 'chat-sum':
      return isSum(fields['sum']) ? { kind: 'chat-sum', sum: fields['sum'] } : null;
    case 'chat-ask':
      return isIdOrNull(fields['before']) ? { kind: 'chat-ask', before: fields['before'] } : null;
    case 'chat-part':
      return parsePart(fields);
    default:
      return null;
  }
}

/** Whether that may be said: not empty, not too long. */
export function isChatText(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LIMITS.chatTextLength && text.trim() !== '';
}

function parseSaid({ id, name, text, sentAt, to, replyTo }: Fields): SaidWire | null {
  if (!isId(id) || typeof name !== 'string' || !isChatText(text) || !isDate(sentAt) || !isIdOrNull(replyTo)) return null;
  if (to !== null && !isParticipantId(to)) return null;
  return { kind: 'chat', id, name: boundDisplayName(name), text, sentAt: Math.floor(sentAt), to, replyTo };
}

function parsePart({ sum, isLast, entries }: Fields): ChatWire | null {
  if (!isSum(sum) || typeof isLast !== 'boolean' || !Array.isArray(entries)) return null;
  const told = entries.slice(0, CHAT_LIMITS.partEntries).map(parseTold);
  return { kind: 'chat-part', sum, isLast, entries: told.filter((entry) => entry !== null) };
}

function parseTold(value: unknown): ToldWire | null {
  const { id, participantId, name, text, sentAt, replyTo } = fieldsOf(value) ?? {};
  if (!isId(id) || !isParticipantId(participantId) || typeof name !== 'string') return null;
  if ((text !== '' && !isChatText(text)) || !isDate(sentAt) || !isIdOrNull(replyTo)) return null;
  return { id, participantId, name: boundDisplayName(name), text, sentAt: Math.floor(sentAt), replyTo };
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || isId(value);
}

function isParticipantId(value: unknown): value is string {
  return typeof value === 'string' && PARTICIPANT_ID.test(value);
}

function isSum(value: unknown): value is string {
  return typeof value === 'string' && SUM.test(value);
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST_DATE_MS;
}
