import { NexError } from '../../base/nex-error.js';
import type { Engine } from '../../engine/engine-port.js';
import { Hands } from '../../room/hands.js';
import { RateLimit } from '../../room/rate-limit.js';
import { parseReaction, REACTION_LIMITS } from '../../room/reaction.js';
import { SenderLimits } from '../../room/sender-limits.js';
import { Spotlight, SPOTLIGHT_LIMITS } from '../../room/spotlight.js';
import { REACTIONS, type Reaction } from '../call-words.js';
import type { CallState, Participant } from '../call.js';
import { invalidOption } from '../invalid-option.js';
import type { LateOptions } from '../later/late-options.js';

/** What is said without words in one stay: a hand, a reaction, who is shown large for everybody. */
export class Signs {
  readonly #options: LateOptions;
  readonly #engine: Engine;
  readonly #hands = new Hands();
  readonly #spotlight = new Spotlight();
  readonly #reacting: RateLimit;
  readonly #choosing: RateLimit;
  readonly #reactions: SenderLimits;
  readonly #choices: SenderLimits;

  constructor(options: LateOptions, engine: Engine) {
    this.#options = options;
    this.#engine = engine;
    const { now } = options.clock;
    this.#reacting = new RateLimit({ now, ...REACTION_LIMITS.send });
    this.#choosing = new RateLimit({ now, ...SPOTLIGHT_LIMITS.send });
    this.#reactions = new SenderLimits({ now, ...REACTION_LIMITS.take });
    this.#choices = new SenderLimits({ now, ...SPOTLIGHT_LIMITS.take });
  }

  raiseHand(isRaised: boolean): void {
    const { snapshot, updatePresence } = this.#options;
    if (this.#state.self.hand === isRaised) return;
    snapshot.setFacts({ handRaisedAt: isRaised ? this.#now() : null });
    updatePresence();
    this.#tellHand(this.#state.self);
  }

  react(emoji: Reaction): void {
    if (!REACTIONS.includes(emoji)) throw invalidOption('reaction', emoji, REACTIONS.join(' '));
    checkRate(this.#reacting);
    // One that comes late is of no use: it may as well be lost.
    this.#engine.sendData({ kind: 'reaction', emoji }, { isReliable: false });
    this.#options.emitter.emit('reaction-received', { participantId: this.#state.self.id, emoji });
  }

  setSpotlight(participantId: string | null): void {
    const { participants } = this.#options;
    if (participantId !== null && participantId !== this.#state.self.id && !participants.has(participantId))
      throw new NexError('call/invalid-state', 'Nobody of that id is in the call.');
    if (participantId === this.#state.spotlightId) return;
    checkRate(this.#choosing);
    this.#spotlight.choose(participantId, this.#now());
    this.#engine.sendData(this.#spotlight.message);
    this.#showSpotlight();
  }

  /** Who is shown large, when that one is among these or oneself. */
  spotlightOf(participants: readonly Participant[]): string | null {
    const id = this.#spotlight.participantId;
    return id === this.#state.self.id || participants.some((participant) => participant.id === id) ? id : null;
  }

  greet(participantId: string): void {
    if (this.#spotlight.isChosen) this.#engine.sendData(this.#spotlight.message, { to: participantId });
  }

  forget(participantId: string): void {
    this.#hands.forget(participantId);
    this.#spotlight.forget(participantId);
  }

  handle(participantId: string, data: unknown): void {
    const { participants, emitter } = this.#options;
    if (!participants.has(participantId)) return;
    const emoji = parseReaction(data, REACTIONS);
    if (emoji !== null && this.#reactions.take(participantId)) emitter.emit('reaction-received', { participantId, emoji });
    const raisedAt = this.#hands.read(participantId, data, this.#now());
    if (raisedAt !== undefined) this.#setHand(participantId, raisedAt);
    if (Spotlight.isMessage(data) && this.#choices.take(participantId) && this.#spotlight.handle(data, this.#now())) this.#showSpotlight();
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #setHand(participantId: string, raisedAt: number | null): void {
    const { participants } = this.#options;
    const find = (): Participant | undefined => participants.list.find(({ id }) => id === participantId);
    const before = find();
    participants.setHand(participantId, raisedAt);
    const after = find();
    if (after !== undefined && after.hand !== before?.hand) this.#tellHand(after);
  }

  #tellHand({ id, hand }: Participant): void {
    this.#options.emitter.emit('hand-changed', { participantId: id, isRaised: hand });
  }

  #showSpotlight(): void {
    this.#options.snapshot.patch({ spotlightId: this.spotlightOf(this.#state.participants) });
  }
}

function checkRate(limit: RateLimit): void {
  if (!limit.take()) throw new NexError('call/not-allowed', 'Too often in a short time.', { retryable: true });
}
