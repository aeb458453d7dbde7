import { NexError } from '../base/nex-error.js';
import type { Scope } from '../base/scope.js';
import type { Engine, EngineEvents } from '../engine/engine-port.js';
import { Chat } from '../room/chat.js';
import type { ChatEntry } from '../room/chat-entry.js';
import { ChatLog } from '../room/chat-log.js';
import { Hands } from '../room/hands.js';
import { RateLimit } from '../room/rate-limit.js';
import { parseReaction, REACTION_LIMITS } from '../room/reaction.js';
import { SenderLimits } from '../room/sender-limits.js';
import { Spotlight, SPOTLIGHT_LIMITS } from '../room/spotlight.js';
import { REACTIONS, type Reaction } from './call-words.js';
import type { CallIntent, CallState, Participant } from './call.js';
import type { SendOptions } from './chat-message.js';
import { invalidOption } from './invalid-option.js';
import type { LateOptions } from './late-options.js';

/** What one stay in the room needs. */
interface Stay {
  readonly engine: Engine;
  readonly scope: Scope;
  readonly chat: Chat;
  readonly hands: Hands;
  readonly spotlight: Spotlight;
  readonly limits: Readonly<Record<'reacting' | 'choosing', RateLimit>>;
  readonly taking: Readonly<Record<'reactions' | 'choices', SenderLimits>>;
}

/** What those in a room say to each other besides sound and pictures: chat, hands, reactions, who is shown large. */
export class Conversation {
  readonly #options: LateOptions;
  /** Kept when the visitor leaves: what was said can still be read, and is not told twice on coming back. */
  readonly #log = new ChatLog();
  readonly #ownIds = new Set<string>();
  readonly #unread = new Set<string>();
  #stay: Stay | null = null;

  constructor(options: LateOptions) {
    this.#options = options;
  }

  start(engine: Engine, early: readonly EngineEvents['data'][]): void {
    this.stop();
    this.#ownIds.add(engine.localId);
    const stay = this.#createStay(engine);
    this.#stay = stay;
    const { scope } = stay;
    scope.add(
      engine.on('data', ({ participantId, data }) => {
        this.#handle(stay, participantId, data);
      }),
    );
    scope.add(
      engine.on('participant-ready', ({ participantId }) => {
        greet(stay, participantId);
      }),
    );
    scope.add(
      engine.on('participant-left', ({ participantId }) => {
        stay.chat.forget(participantId);
        stay.hands.forget(participantId);
        stay.spotlight.forget(participantId);
      }),
    );
    for (const { participantId, data } of early) this.#handle(stay, participantId, data);
    // Those who were ready before this was loaded; whoever is not yet is greeted when it is.
    for (const { id } of this.#state.participants) greet(stay, id);
  }

  stop(): void {
    if (this.#stay === null) return;
    this.#stay.scope.close();
    this.#stay = null;
    this.#options.snapshot.patch({ spotlightId: null });
    this.#options.snapshot.setFacts({ handRaisedAt: null });
  }

  async send(text: string, options: SendOptions = {}): Promise<void> {
    this.#require('chat').chat.send(text, this.#state.self.name, options);
  }

  async deleteMessage(id: string): Promise<void> {
    this.#require('chat').chat.delete(id);
  }

  markRead(): void {
    this.#unread.clear();
    this.#options.snapshot.patch({ unread: 0 });
  }

  async raiseHand(isRaised: boolean): Promise<void> {
    this.#require('hand');
    const { snapshot, updatePresence } = this.#options;
    if (this.#state.self.hand === isRaised) return;
    snapshot.setFacts({ handRaisedAt: isRaised ? this.#now() : null });
    updatePresence();
    this.#tellHand(this.#state.self);
  }

  async react(emoji: Reaction): Promise<void> {
    const { engine, limits } = this.#require('reactions');
    if (!REACTIONS.includes(emoji)) throw invalidOption('reaction', emoji, REACTIONS.join(' '));
    checkRate(limits.reacting);
    // One that comes late is of no use: it may as well be lost.
    engine.sendData({ kind: 'reaction', emoji }, { isReliable: false });
    this.#options.emitter.emit('reaction-received', { participantId: this.#state.self.id, emoji });
  }

  async setSpotlight(participantId: string | null): Promise<void> {
    const { engine, spotlight, limits } = this.#require('spotlight');
    if (participantId !== null && !this.#isHere(participantId))
      throw new NexError('call/invalid-state', 'Nobody of that id is in the call.');
    if (participantId === this.#state.spotlightId) return;
    checkRate(limits.choosing);
    spotlight.choose(participantId, this.#now());
    engine.sendData(spotlight.message);
    this.#showSpotlight();
  }

  /** Who is shown large, when that one is among these or oneself. */
  spotlightOf(participants: readonly Participant[]): string | null {
    const id = this.#stay?.spotlight.participantId ?? null;
    return id === this.#state.self.id || participants.some((participant) => participant.id === id) ? id : null;
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #require(intent: CallIntent): Stay {
    if (this.#stay === null || !this.#state.can[intent]) throw new NexError('call/not-allowed', 'That is possible in the room only.');
    return this.#stay;
  }

  #isHere(participantId: string): boolean {
    return participantId === this.#state.self.id || this.#options.participants.has(participantId);
  }

  #createStay(engine: Engine): Stay {
    const { clock, participants, scope } = this.#options;
    const { now } = clock;
    const stayScope = scope.child();
    const chat = new Chat({
      engine,
      log: this.#log,
      scope: stayScope,
      now,
      isHere: (id) => participants.has(id),
      nameOf: (id) => participants.list.find((participant) => participant.id === id)?.name ?? '',
      isOwnId: (id) => this.#ownIds.has(id),
      onChange: (news) => {
        this.#showMessages(news);
      },
    });
    return {
      engine,
      scope: stayScope,
      chat,
      hands: new Hands(),
      spotlight: new Spotlight(),
      limits: {
        reacting: new RateLimit({ now, ...REACTION_LIMITS.send }),
        choosing: new RateLimit({ now, ...SPOTLIGHT_LIMITS.send }),
      },
      taking: {
        reactions: new SenderLimits({ now, ...REACTION_LIMITS.take }),
        choices: new SenderLimits({ now, ...SPOTLIGHT_LIMITS.take }),
      },
    };
  }

  #handle(stay: Stay, participantId: string, data: unknown): void {
    // Of one who has left meanwhile only the chat is of use: what was said stays said.
    stay.chat.handle(participantId, data);
    if (!this.#options.participants.has(participantId)) return;
    const emoji = parseReaction(data, REACTIONS);
    if (emoji !== null && stay.taking.reactions.take(participantId))
      this.#options.emitter.emit('reaction-received', { participantId, emoji });
    const raisedAt = stay.hands.read(participantId, data, this.#now());
    if (raisedAt !== undefined) this.#setHand(participantId, raisedAt);
    if (Spotlight.isMessage(data) && stay.taking.choices.take(participantId) && stay.spotlight.handle(data, this.#now()))
      this.#showSpotlight();
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

  #showMessages(news: readonly ChatEntry[]): void {
    for (const { id } of news) this.#unread.add(id);
    for (const id of this.#unread) if (this.#log.get(id)?.isDeleted !== false) this.#unread.delete(id);
    this.#options.snapshot.patch({ messages: this.#log.list, unread: this.#unread.size });
    for (const message of news) this.#options.emitter.emit('message-received', { message });
  }
}

function greet({ chat, engine, spotlight }: Stay, participantId: string): void {
  chat.greet(participantId);
  if (spotlight.isChosen) engine.sendData(spotlight.message, { to: participantId });
}

function checkRate(limit: RateLimit): void {
  if (!limit.take()) throw new NexError('call/not-allowed', 'Too often in a short time.', { retryable: true });
}
