import type { Scope } from '../base/scope.js';
import type { Engine } from '../engine/engine-port.js';
import type { ChatLog } from './chat-log.js';
import { CHAT_LIMITS } from './chat-limits.js';
import type { ChatWire, ToldWire } from './chat-wire.js';
import { SenderLimits } from './sender-limits.js';

export interface ChatHistoryOptions {
  readonly engine: Pick<Engine, 'sendData'>;
  readonly log: ChatLog;
  readonly scope: Scope;
  readonly now: () => number;
  /** What was asked for has come: oldest first. */
  readonly onTold: (tellerId: string, entries: readonly ToldWire[]) => void;
}

/**
 * What is public of the chat, for those who come later and for parts of a room that find each other again.
 *
 *     ready ──► `chat-sum` both ways (nobody says it who knows nothing)
 *     another sum than the own ──► `chat-ask` ──► `chat-part` ──► `chat-ask` before its oldest … until nothing is missing
 *
 * One participant is asked at a time, and one part is on its way at a time: a history never stands in the way of what
 * is said meanwhile, and one who answers wrongly or not at all is followed by the next.
 */
export class ChatHistory {
  readonly #options: ChatHistoryOptions;
  readonly #answers: SenderLimits;
  /** Those who may know more than is known here, with the sum they told. */
  readonly #candidates = new Map<string, string>();
  #asked: { readonly id: string; partCount: number; stopTimer: () => void } | null = null;

  constructor(options: ChatHistoryOptions) {
    this.#options = options;
    this.#answers = new SenderLimits({ now: options.now, perSecond: CHAT_LIMITS.partsPerSecond, burst: CHAT_LIMITS.parts });
  }

  /** That participant can be told things now, for the first time or again. */
  greet(participantId: string): void {
    const { engine, log } = this.#options;
    if (log.list.length > 0) engine.sendData({ kind: 'chat-sum', sum: log.sum } satisfies ChatWire, { to: participantId });
  }

  handle(from: string, message: ChatWire): void {
    if (message.kind === 'chat-sum') this.#handleSum(from, message.sum);
    else if (message.kind === 'chat-ask') this.#answer(from, message.before);
    else if (message.kind === 'chat-part') this.#handlePart(from, message);
  }

  forget(participantId: string): void {
    this.#candidates.delete(participantId);
    if (this.#asked?.id === participantId) this.#finish();
  }

  #handleSum(from: string, sum: string): void {
    if (sum.startsWith('0.')) return;
    this.#candidates.set(from, sum);
    if (this.#asked === null) this.#askNext();
  }

  #askNext(): void {
    for (const [id, sum] of this.#candidates) {
      this.#candidates.delete(id);
      if (sum === this.#options.log.sum) continue;
      this.#asked = { id, partCount: 0, stopTimer: () => undefined };
      this.#ask(null);
      return;
    }
  }

  #ask(before: string | null): void {
    const asked = this.#asked;
    if (asked === null) return;
    asked.stopTimer();
    asked.stopTimer = this.#options.scope.after(CHAT_LIMITS.answerMs, () => {
      this.#finish();
    });
    if (!this.#options.engine.sendData({ kind: 'chat-ask', before } satisfies ChatWire, { to: asked.id })) this.#finish();
  }

  #finish(): void {
    this.#asked?.stopTimer();
    this.#asked = null;
    this.#askNext();
  }

  #answer(from: string, before: string | null): void {
    if (!this.#answers.take(from)) return;
    const { engine, log } = this.#options;
    engine.sendData({ kind: 'chat-part', sum: log.sum, ...log.partBefore(before) } satisfies ChatWire, { to: from });
  }

  /** Taken only of the one who was asked. */
  #handlePart(from: string, { sum, isLast, entries }: Extract<ChatWire, { kind: 'chat-part' }>): void {
    const asked = this.#asked;
    if (asked?.id !== from) return;
    this.#options.onTold(from, entries);
    asked.partCount += 1;
    const [oldest] = entries;
    const isEnough = isLast || asked.partCount >= CHAT_LIMITS.parts || sum === this.#options.log.sum;
    if (isEnough || oldest === undefined) this.#finish();
    else this.#ask(oldest.id);
  }
}
