import { systemClock } from '../../src/base/clock.js';
import type { NexError } from '../../src/base/nex-error.js';
import type { Scope } from '../../src/base/scope.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { announcementChoices } from '../shared/announcement-choices.js';
import type { Localizer } from '../shared/localize.js';
import { NewsBatch } from './news-batch.js';
import { newsWords } from './news-words.js';
import type { Failing } from './status-words.js';

export interface NewsTellerOptions {
  readonly call: Call;
  /** Lasts as long as the call is followed. */
  readonly scope: Scope;
  readonly text: Localizer;
  readonly say: (words: string, isUrgent: boolean) => void;
}

/** What others do, told politely and in few words, and what failed, told at once. */
export class NewsTeller {
  readonly #options: NewsTellerOptions;
  readonly #batch: NewsBatch;
  #spotlightId: string | null = null;

  constructor(options: NewsTellerOptions) {
    const { call, scope, text, say } = options;
    this.#options = options;
    this.#batch = new NewsBatch({
      scope,
      now: () => systemClock.now(),
      announce: (news) => {
        const words = newsWords(news, call.state, announcementChoices.value, text);
        if (words !== '') say(words, false);
        return words !== '';
      },
    });
    // What was not said yet is of no interest any more.
    scope.add(
      call.on('call-left', () => {
        this.#batch.clear();
      }),
    );
  }

  /** One of the call's events; others than these are no news. */
  handle<Type extends keyof CallEvents>(type: Type, event: CallEvents[Type]): void {
    const handler: ((event: CallEvents[Type]) => void) | undefined = this.#handlers[type];
    handler?.(event);
  }

  /** Whom the call shows large for everyone now. */
  handleSpotlight(id: string | null): void {
    if (id === this.#spotlightId) return;
    this.#spotlightId = id;
    this.#batch.spotlight(id);
  }

  /** Says at once what failed, and what can be done; `null` is the call itself. */
  handleFailure(kind: Failing | null, { code }: NexError): void {
    // Whoever closes the browser's own screen picker knows that.
    if (kind === 'screen' && code === 'media/permission-denied') return;
    const { text, say } = this.#options;
    const what = kind === null ? '' : `${text.t(`status.${kind}Failed`)} `;
    say(what + text.errorWords(code), true);
  }

  readonly #handlers: { [Type in keyof CallEvents]?: (event: CallEvents[Type]) => void } = {
    'participant-joined': ({ participant }) => {
      this.#batch.joined(participant.id, participant.name);
    },
    'participant-left': ({ participant }) => {
      this.#batch.left(participant.id, participant.name);
    },
    'hand-changed': ({ participantId, isRaised }) => {
      const name = this.#nameOf(participantId);
      if (name !== null) this.#batch.hand(participantId, name, isRaised);
    },
    'reaction-received': ({ participantId, emoji }) => {
      const name = this.#nameOf(participantId);
      if (name !== null) this.#batch.reacted(participantId, name, emoji);
    },
    'message-received': ({ message }) => {
      if (!message.isOwn) this.#batch.message(message.id);
    },
  };

  /** Null for oneself, and for somebody who has gone. */
  #nameOf(participantId: string): string | null {
    return this.#options.call.state.participants.find(({ id }) => id === participantId)?.name ?? null;
  }
}
