import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatMessage } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import { linkParts } from './link-parts.js';
import { messageGroups } from './message-groups.js';
import { timeLang } from './time-lang.js';
import { excerpt, linePrefix, privacyWords, senderName, timeWords, type NameOf } from './message-words.js';

export interface MessageLogOptions {
  readonly messages: readonly ChatMessage[];
  /** The first one that was not seen when the chat came in sight. */
  readonly dividerId: string | null;
  readonly nameOf: NameOf;
  readonly text: Localizer;
  readonly now: number;
}

/** The messages as a log: what is added is a complete line, and nothing in it takes the focus by itself. */
export function messageLog({ messages, dividerId, nameOf, text, now }: MessageLogOptions): TemplateResult {
  const lang = timeLang(text.wordsLang, navigator.languages);
  const byId = new Map(messages.map((message) => [message.id, message]));
  return html`${repeat(
    messageGroups(messages, dividerId),
    ({ key }) => key,
    (group) => {
      const [first] = group.messages;
      const privacy = privacyWords(first, nameOf, text);
      const time = timeWords(first.sentAt, now, lang);
      return html`${first.id === dividerId ? html`<div class="divider" aria-hidden="true"><span>${text.t('chat.new')}</span></div>` : nothing}
        <div class="group ${first.isOwn ? 'own' : 'other'}">
          <div class="head" aria-hidden="true">
            ${first.isOwn && privacy !== null ? nothing : html`<bdi class="who">${senderName(first, text)}</bdi>`}
            ${privacy === null ? nothing : html`<bdi class="only">${privacy}</bdi>`}
            <time>${time}</time>
          </div>
          ${repeat(
            group.messages,
            ({ id }) => id,
            (message) => row(message, byId, time, nameOf, text),
          )}
        </div>`;
    },
  )}`;
}

function row(message: ChatMessage, byId: ReadonlyMap<string, ChatMessage>, time: string, nameOf: NameOf, text: Localizer): TemplateResult {
  const answered = message.replyTo === null ? null : byId.get(message.replyTo);
  const isAnswer = message.replyTo !== null && !message.isDeleted;
  const state = message.isDeleted ? ' deleted' : message.to === null ? '' : ' private';
  return html`<div class="message${state}" tabindex="-1" data-id=${message.id} aria-description=${time || nothing}>
    <span class="visually-hidden">${linePrefix(message, isAnswer ? answered : null, nameOf, text)} </span>
    ${isAnswer ? quote(answered, text) : nothing}
    <div class="text" dir="auto">${message.isDeleted ? text.t('chat.deleted') : linkParts(message.text).map(part)}</div>
  </div>`;
}

/** Said by the words in front of the message already. */
function quote(answered: ChatMessage | null | undefined, text: Localizer): TemplateResult {
  return html`<div class="quote" aria-hidden="true" data-goes-to=${answered?.id ?? nothing}>
    ${answered ? html`<bdi class="who">${senderName(answered, text)}</bdi>` : nothing}
    <span dir="auto">${answered ? excerpt(answered, text) : text.t('chat.earlier')}</span>
  </div>`;
}

function part(piece: ReturnType<typeof linkParts>[number]): string | TemplateResult {
  if (typeof piece === 'string') return piece;
  return html`<a href=${piece.href} title=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`;
}
