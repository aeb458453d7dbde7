import { NexError } from '../../base/nex-error.js';
import type { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents } from '../../engine/engine-port.js';
import { Chat } from '../../room/chat.js';
import type { ChatEntry } from '../../room/chat-entry.js';
import { ChatLog } from '../../room/chat-log.js';
import { OwnWords } from '../../room/own-words.js';
import type { Reaction } from '../call-words.js';
import type { CallIntent, CallState, Participant } from '../call.js';
import type { SendOptions } from './chat-message.js';
import type { LateOptions } from '../later/late-options.js';
import { Signs } from './late-signs.js';

/** What one stay in the room needs. */
interface Stay {
  readonly scope: Scope;
  readonly chat: Chat;
  readonly signs: Signs;
}

/** What those in a room say to each other besides sound and pictures: in the chat, and by signs. */
export class Conversation {
  readonly #options: LateOptions;
  /** Kept when the visitor leaves: what was said can still be read, and is not told twice on coming back. */
  readonly #log = new ChatLog();
  readonly #ownWords: OwnWords;
  readonly #ownIds = new Set<string>();
  readonly #unread = new Set<string>();
  #stay: Stay | null = null;

  constructor(options: LateOptions) {
    this.#options = options;
    this.#ownWords = new OwnWords(options.tabStorage);
  }

  start(engine: Engine, early: readonly EngineEvents['data'][]): void {
    this.stop();
    this.#ownIds.add(engine.localId);
    const scope = this.#options.scope.child();
    const stay: Stay = { scope, chat: this.#createChat(engine, scope), signs: new Signs(this.#options, engine) };
    this.#stay = stay;
    const handle = ({ participantId, data }: EngineEvents['data']): void => {
      stay.chat.handle(participantId, data);
      stay.signs.handle(participantId, data);
    };
    const greet = (participantId: string): void => {
      stay.chat.greet(participantId);
      stay.signs.greet(participantId);
    };
    scope.add(engine.on('data', handle));
    scope.add(
      engine.on('participant-ready', ({ participantId }) => {
        greet(participantId);
      }),
    );
    scope.add(
      engine.on('participant-left', ({ participantId }) => {
        stay.chat.forget(participantId);
        stay.signs.forget(participantId);
      }),
    );
    for (const event of early) handle(event);
    // Those who were ready before this was loaded; whoever is not yet is greeted when it is.
    for (const { id } of this.#options.participants.list) greet(id);
  }

  stop(): void {
    if (this.#stay === null) return;
    this.#stay.scope.close();
    this.#stay = null;
    this.#ownWords.forget();
    this.#options.snapshot.patch({ spotlightId: null });
    this.#options.snapshot.setFacts({ handRaisedAt: null });
  }

  send(text: string, options: SendOptions = {}): void {
    this.#require('chat').chat.send(text, this.#state.self.name, options);
  }

  deleteMessage(id: string): void {
    this.#require('chat').chat.delete(id);
  }

  markRead(): void {
    this.#unread.clear();
    this.#options.snapshot.patch({ unread: 0 });
  }

  raiseHand(isRaised: boolean): void {
    this.#require('hand').signs.raiseHand(isRaised);
  }

  react(emoji: Reaction): void {
    this.#require('reactions').signs.react(emoji);
  }

  setSpotlight(participantId: string | null): void {
    this.#require('spotlight').signs.setSpotlight(participantId);
  }

  /** Who is shown large, when that one is among these or oneself. */
  spotlightOf(participants: readonly Participant[]): string | null {
    return this.#stay?.signs.spotlightOf(participants) ?? null;
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  #require(intent: CallIntent): Stay {
    if (this.#stay === null || !this.#state.can[intent]) throw new NexError('call/not-allowed', 'That is possible in the room only.');
    return this.#stay;
  }

  #createChat(engine: Engine, scope: Scope): Chat {
    const { clock, participants } = this.#options;
    return new Chat({
      engine,
      log: this.#log,
      scope,
      now: clock.now,
      isHere: (id) => participants.has(id),
      nameOf: (id) => [this.#state.self, ...participants.list].find((participant) => participant.id === id)?.name ?? '',
      ownWords: this.#ownWords,
      isOwnId: (id) => this.#ownIds.has(id),
      onChange: (news) => {
        this.#show(news);
      },
    });
  }

  #show(news: readonly ChatEntry[]): void {
    for (const { id } of news) this.#unread.add(id);
    for (const id of this.#unread) if (this.#log.get(id)?.isDeleted !== false) this.#unread.delete(id);
    this.#options.snapshot.patch({ messages: this.#log.list, unread: this.#unread.size });
    for (const message of news) this.#options.emitter.emit('message-received', { message });
  }
}
