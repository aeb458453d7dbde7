import type { CallState, ChatMessage } from '../../src/call/call.js';
import type { AnnouncementChoices } from '../shared/announcement-choices.js';
import type { Localizer } from '../shared/localize.js';
import type { News } from './news-batch.js';
import { sentences } from './sentences.js';

const MOST_NAMES = 3;
const MOST_MESSAGES = 3;
/** Characters of a message; the rest is in the chat. */
const MOST_OF_MESSAGE = 200;

/** "Ana and Bo joined. 5 people left. Cem: hello": what the visitor chose to hear, in few words; empty when there is nothing to say. */
export function newsWords(news: News, state: Readonly<CallState>, choices: AnnouncementChoices, text: Localizer): string {
  const words: string[] = [];
  const named = (
    people: ReadonlyMap<string, string>,
    one: 'participantJoined' | 'participantLeft' | 'handRaised',
    many: 'manyJoined' | 'manyLeft' | 'manyHands',
    several: 'participantsJoined' | 'participantsLeft' | 'handsRaised',
  ): void => {
    const names = [...people.values()].map((name) => name || text.t('status.guest'));
    const [only] = names;
    if (only === undefined) return;
    if (names.length > MOST_NAMES) words.push(text.t(`status.${many}`, { count: names.length }));
    else
      words.push(names.length === 1 ? text.t(`status.${one}`, { name: only }) : text.t(`status.${several}`, { names: text.list(names) }));
  };

  if (choices.arrivals) {
    named(news.joined, 'participantJoined', 'manyJoined', 'participantsJoined');
    named(news.left, 'participantLeft', 'manyLeft', 'participantsLeft');
  }
  if (news.spotlightId !== undefined) words.push(spotlightWords(news.spotlightId, state, text));
  if (choices.reactions) {
    named(news.hands, 'handRaised', 'manyHands', 'handsRaised');
    const reactions = [...news.reactions.values()];
    if (reactions.length > MOST_NAMES) words.push(text.t('status.manyReactions', { count: reactions.length }));
    else for (const { name, emoji } of reactions) words.push(text.t('status.reaction', { name: name || text.t('status.guest'), emoji }));
  }
  if (choices.messages) {
    const messages = unseen(news.messages, state);
    if (messages.length > MOST_MESSAGES) words.push(text.t('status.manyMessages', { count: messages.length }));
    else for (const message of messages) words.push(messageWords(message, text));
  }
  return sentences(words);
}

/** Of these messages, those that the visitor has not seen: an open chat is a log, which says them itself. */
function unseen(ids: readonly string[], { messages, unread }: Readonly<CallState>): ChatMessage[] {
  if (unread === 0) return [];
  const others = messages.filter(({ isOwn }) => !isOwn).slice(-unread);
  return others.filter(({ id, isDeleted }) => ids.includes(id) && !isDeleted);
}

function messageWords({ name, text: said, to }: ChatMessage, text: Localizer): string {
  const characters = [...said.replaceAll(/\s+/g, ' ')];
  const short = characters.length > MOST_OF_MESSAGE ? `${characters.slice(0, MOST_OF_MESSAGE).join('')}…` : characters.join('');
  const fill = { name: name || text.t('status.guest'), message: short };
  return to === null ? text.t('status.message', fill) : text.t('status.privateMessage', fill);
}

function spotlightWords(id: string | null, { self, participants }: Readonly<CallState>, text: Localizer): string {
  if (id === self.id) return text.t('status.spotlightYou');
  const participant = participants.find((other) => other.id === id);
  return participant ? text.t('status.spotlight', { name: participant.name || text.t('status.guest') }) : text.t('status.noSpotlight');
}
