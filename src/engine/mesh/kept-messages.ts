import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { SealedMessage } from '../../security/sealed-message.js';
import type { KeyAnnouncement } from '../../security/sender-keys.js';
import type { LinkMessages } from './link-messages.js';

export interface KeptMessagesOptions {
  readonly clock: Clock;
  readonly create: (memberId: string) => LinkMessages;
  /** A member is gone for good, by its word or because it did not come back. */
  readonly onForgotten: () => void;
}

/** One who is lost may come back within this time and finds what was said meanwhile. */
const KEPT_MS = 60_000;
const MAX_KEPT = 16;

/** What is said to members, across the links to them: a member that is lost is not forgotten at once. */
export class KeptMessages {
  readonly #options: KeptMessagesOptions;
  readonly #scope: Scope;
  readonly #used = new Map<string, LinkMessages>();
  readonly #kept = new Map<string, { readonly messages: LinkMessages; readonly stopTimer: () => void }>();

  constructor(options: KeptMessagesOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /** For a link that begins. */
  take(id: string): LinkMessages {
    const kept = this.#kept.get(id);
    kept?.stopTimer();
    this.#kept.delete(id);
    const messages = kept?.messages ?? this.#options.create(id);
    this.#used.set(id, messages);
    return messages;
  }

  /** Its link has ended, and it may come back. */
  keep(id: string): void {
    const messages = this.#used.get(id);
    if (!messages?.hasRoom || this.#kept.size >= MAX_KEPT) {
      this.drop(id);
      return;
    }
    this.#used.delete(id);
    const stopTimer = this.#scope.after(KEPT_MS, () => {
      this.drop(id);
    });
    this.#kept.set(id, { messages, stopTimer });
  }

  /** It has gone for good. */
  drop(id: string): void {
    const kept = this.#kept.get(id);
    kept?.stopTimer();
    const messages = this.#used.get(id) ?? kept?.messages;
    messages?.close();
    this.#used.delete(id);
    this.#kept.delete(id);
    // One who never connected knows nothing that would have to be changed.
    if (messages?.wasOpen && !this.#scope.isClosed) this.#options.onForgotten();
  }

  /** For those who are lost, to be found when they come back. */
  send(message: SealedMessage, key: KeyAnnouncement): void {
    for (const { messages } of this.#kept.values()) messages.sendReliable(message, key);
  }

  /** They are not gone for good: what is said to them is sealed with the key in use. */
  sendKey(key: KeyAnnouncement): void {
    for (const { messages } of this.#kept.values()) messages.sendKey(key);
  }

  close(): void {
    this.#scope.close();
    for (const messages of this.#used.values()) messages.close();
    for (const { messages } of this.#kept.values()) messages.close();
  }
}
