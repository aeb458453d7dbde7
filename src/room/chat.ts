import { LIMITS } from '../base/limits.js';
import { NexError } from '../base/nex-error.js';
import { randomHex } from '../base/random.js';
import type { Scope } from '../base/scope.js';
import type { Engine } from '../engine/engine-port.js';
import type { ChatEntry } from './chat-entry.js';
import { ChatHistory } from './chat-history.js';
import { CHAT_LIMITS } from './chat-limits.js';
import type { ChatLog } from './chat-log.js';
import { isChatText, parseChatWire, type ChatWire, type SaidWire, type ToldWire } from './chat-wire.js';
import type { OwnWords } from './own-words.js';
import { RateLimit } from './rate-limit.js';
import { SenderLimits } from './sender-limits.js';

export interface ChatOptions {
  readonly engine: Pick<Engine, 'localId' | 'sendData'>;
  /** Kept by whoever made it, beyond this stay. */
  readonly log: ChatLog;
  readonly scope: Scope;
  readonly now: () => number;
  /** Whether that participant is in the room, besides oneself. */
  readonly isHere: (participantId: string) => boolean;
  /** The name as it is shown beside that participant's picture, one's own too; empty when it is not known. */
  readonly nameOf: (participantId: string) => string;
  /** What this device said before its page was reloaded. */
  readonly ownWords: Pick<OwnWords, 'keep' | 'wasSaid'>;
  /** Ids that this device has or had in this call: nobody else may speak in their name. */
  readonly isOwnId: (participantId: string) => boolean;
  /** The log has changed; `news` is what others have said since this stay began, oldest first. */
  readonly onChange: (news: readonly ChatEntry[]) => void;
}

export interface ChatTarget {
  readonly to?: string;
  readonly replyTo?: string;
}

/** What is said in one stay in a room, to all or to one. */
export class Chat {
  readonly #options: ChatOptions;
  readonly #history: ChatHistory;
  readonly #sending: RateLimit;
  readonly #taking: SenderLimits;
  readonly #startedAt: number;

  constructor(options: ChatOptions) {
    this.#options = options;
    const { now } = options;
    this.#startedAt = now();
    this.#sending = new RateLimit({ now, perSecond: CHAT_LIMITS.sendPerSecond, burst: CHAT_LIMITS.sendBurst });
    this.#taking = new SenderLimits({ now, perSecond: CHAT_LIMITS.takePerSecond, burst: CHAT_LIMITS.takeBurst });
    this.#history = new ChatHistory({ ...options, onTold: this.#handleTold });
  }

  /** Throws as `Call.send` rejects. */
  send(text: string, name: string, { to, replyTo }: ChatTarget): void {
    const { engine, log, now, isHere, ownWords, onChange } = this.#options;
    if (!isChatText(text)) {
      const expected = `1 to ${String(LIMITS.chatTextLength)} characters`;
      throw new NexError('config/invalid', `A message takes ${expected}.`, { detail: { option: 'text', expected } });
    }
    if (to !== undefined && !isHere(to)) throw new NexError('call/invalid-state', 'The one it is for is not in the room.');
    if (replyTo !== undefined && log.get(replyTo) === undefined)
      throw new NexError('call/invalid-state', 'The message it answers is not known.');
    this.#checkRate();
    const wire: SaidWire = { kind: 'chat', id: randomHex(16), name, text, sentAt: now(), to: to ?? null, replyTo: replyTo ?? null };
    const isTaken = engine.sendData(wire, to === undefined ? {} : { to });
    // One who is alone says it to those who come later.
    if (to !== undefined && !isTaken)
      throw new NexError('call/invalid-state', 'The one it is for cannot be reached now.', { retryable: true });
    log.addSaid({ ...entryOf(wire), participantId: engine.localId, isOwn: true });
    if (to === undefined) void ownWords.keep(wire);
    onChange([]);
  }

  /** Throws as `Call.deleteMessage` rejects. */
  delete(id: string): void {
    const { engine, log, ownWords, onChange } = this.#options;
    const entry = log.get(id);
    if (entry === undefined) throw new NexError('call/invalid-state', 'That message is not known.');
    if (entry.isDeleted) return;
    if (entry.participantId !== engine.localId)
      throw new NexError('call/not-allowed', 'Only who said it may delete it, while in the room.');
    this.#checkRate();
    engine.sendData({ kind: 'chat-deleted', id } satisfies ChatWire, entry.to === null ? {} : { to: entry.to });
    log.delete(id, engine.localId);
    if (entry.to === null) void ownWords.keep({ ...entry, text: '' });
    onChange([]);
  }

  greet(participantId: string): void {
    this.#history.greet(participantId);
  }

  forget(participantId: string): void {
    this.#history.forget(participantId);
  }

  /** Anything that came from a participant; what is not of the chat or not well formed is left alone. */
  handle(from: string, data: unknown): void {
    const message = parseChatWire(data);
    if (message === null) return;
    if (message.kind === 'chat') this.#handleSaid(from, message);
    else if (message.kind === 'chat-deleted') this.#handleDeleted(from, message.id);
    else this.#history.handle(from, message);
  }

  #checkRate(): void {
    if (!this.#sending.take()) throw new NexError('call/not-allowed', 'Too many messages in a short time.', { retryable: true });
  }

  #handleSaid(from: string, wire: SaidWire): void {
    const { engine, log, now, nameOf, isOwnId, onChange } = this.#options;
    if (isOwnId(from) || (wire.to !== null && wire.to !== engine.localId) || !this.#taking.take(from)) return;
    const at = now();
    const sentAt = Math.abs(at - wire.sentAt) <= CHAT_LIMITS.clockSkewMs ? Math.min(wire.sentAt, at) : at;
    const before = log.list;
    const isNew = log.addSaid({ ...entryOf(wire), participantId: from, name: nameOf(from) || wire.name, sentAt });
    const entry = log.get(wire.id);
    if (log.list !== before) onChange(isNew && entry !== undefined && !entry.isDeleted ? [entry] : []);
  }

  #handleDeleted(from: string, id: string): void {
    if (this.#taking.take(from) && this.#options.log.delete(id, from)) this.#options.onChange([]);
  }

  readonly #handleTold = (tellerId: string, entries: readonly ToldWire[]): void => {
    const { log, now, isOwnId, onChange } = this.#options;
    const before = log.list;
    const news: ChatEntry[] = [];
    for (const told of [...entries].reverse()) {
      if (isOwnId(told.participantId)) {
        void this.#knowAgain(told);
        continue;
      }
      const entry = { ...told, sentAt: Math.min(told.sentAt, now()), to: null, isOwn: false, isDeleted: told.text === '' };
      // What was said before this visitor came is history.
      const isNews = log.addTold(entry, tellerId) && entry.sentAt >= this.#startedAt;
      const taken = log.get(entry.id);
      if (isNews && taken !== undefined && !taken.isDeleted) news.unshift(taken);
    }
    if (log.list !== before) onChange(news);
  };

  /** What others tell in the own name counts only when it was said here, by the page of before. */
  async #knowAgain(told: ToldWire): Promise<void> {
    const { log, now, scope, ownWords, nameOf, onChange } = this.#options;
    if (log.get(told.id) !== undefined || !(await ownWords.wasSaid(told)) || scope.isClosed) return;
    const sentAt = Math.min(told.sentAt, now());
    const entry = { ...told, name: nameOf(told.participantId), sentAt, to: null, isOwn: true, isDeleted: told.text === '' };
    if (log.addTold(entry, told.participantId)) onChange([]);
  }
}

function entryOf({ id, name, text, sentAt, to, replyTo }: SaidWire): Omit<ChatEntry, 'participantId'> {
  return { id, name, text, sentAt, to, replyTo, isOwn: false, isDeleted: false };
}
