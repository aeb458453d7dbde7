import type { ChatMessage } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';

const EXCERPT_LENGTH = 120;

/** The name of a participant, as it is now or was when last here. */
export type NameOf = (participantId: string) => string;

/** "You", the name, or what stands for one. */
export function senderName({ isOwn, name }: ChatMessage, text: Localizer): string {
  return isOwn ? text.t('chat.you') : name || text.t('chat.guest');
}

/** "only to you" of a message that not everybody can read; null of any other. */
export function privacyWords(message: ChatMessage, nameOf: NameOf, text: Localizer): string | null {
  if (message.to === null) return null;
  return message.isOwn ? text.t('chat.toName', { name: nameOf(message.to) || text.t('chat.guest') }) : text.t('chat.toYou');
}

/** What screen readers say in front of a message, so that each is a complete line: who, to whom, in answer to whom. */
export function linePrefix(message: ChatMessage, answered: ChatMessage | null | undefined, nameOf: NameOf, text: Localizer): string {
  const name = senderName(message, text);
  const to = privacyWords(message, nameOf, text);
  const other = answered ? senderName(answered, text) : null;
  if (to !== null && other !== null) return text.t('chat.linePrivateReply', { name, to, other });
  if (to !== null) return text.t('chat.linePrivate', { name, to });
  return other === null ? text.t('chat.line', { name }) : text.t('chat.lineReply', { name, other });
}

/** "14:32", with the day where it was not today; empty for a time that no calendar knows. */
export function timeWords(sentAt: number, now: number, lang: string): string {
  const date = new Date(sentAt);
  if (Number.isNaN(date.getTime())) return '';
  const isToday = date.toDateString() === new Date(now).toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', ...day }).format(date);
}

/** The beginning of a message, on one line. */
export function excerpt(message: ChatMessage, text: Localizer): string {
  if (message.isDeleted) return text.t('chat.deleted');
  const line = message.text.replace(/\s+/gu, ' ').trim();
  const signs = [...line];
  return signs.length > EXCERPT_LENGTH ? `${signs.slice(0, EXCERPT_LENGTH).join('')}…` : line;
}
