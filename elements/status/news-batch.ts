import type { Scope } from '../../src/base/scope.js';

export const BATCH_MS = 1500;
export const BRIEF_VISIT_MS = 5000;
export const BETWEEN_MESSAGES_MS = 3000;

/** What others did since the last message, by id or in order. */
export interface News {
  /** Names by participant id; so are the next two. */
  readonly joined: ReadonlyMap<string, string>;
  readonly left: ReadonlyMap<string, string>;
  readonly hands: ReadonlyMap<string, string>;
  /** Each once, however often it was sent. */
  readonly reactions: ReadonlyMap<string, { readonly name: string; readonly emoji: string }>;
  /** Ids, in the order they came. */
  readonly messages: readonly string[];
  /** Who is shown large for everyone now; undefined: that did not change. */
  readonly spotlightId: string | null | undefined;
}

export interface NewsBatchOptions {
  readonly scope: Scope;
  /** Milliseconds. */
  readonly now: () => number;
  /** Answers whether there was anything to say. */
  readonly announce: (news: News) => boolean;
}

/**
 * Gathers what others do for 1.5 s into one message, at most one each 3 s, so that a screen reader is not talked over.
 * What was undone before it was said is not mentioned: somebody who comes and goes within 5 s, a hand up and down again.
 */
export class NewsBatch {
  readonly #options: NewsBatchOptions;
  readonly #joined = new Map<string, string>();
  readonly #left = new Map<string, string>();
  readonly #hands = new Map<string, string>();
  readonly #reactions = new Map<string, { name: string; emoji: string }>();
  #messages: string[] = [];
  #spotlightId: string | null | undefined;
  readonly #joinedAt = new Map<string, number>();
  #lastMessageAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(options: NewsBatchOptions) {
    this.#options = options;
  }

  joined(id: string, name: string): void {
    this.#joinedAt.set(id, this.#options.now());
    // Gone and back before anything was said: nothing happened.
    if (!this.#left.delete(id)) this.#joined.set(id, name);
    this.#schedule();
  }

  left(id: string, name: string): void {
    const isBrief = this.#options.now() - (this.#joinedAt.get(id) ?? Number.NEGATIVE_INFINITY) < BRIEF_VISIT_MS;
    this.#joinedAt.delete(id);
    this.#hands.delete(id);
    const wasUnsaid = this.#joined.delete(id);
    if (!wasUnsaid && !isBrief) this.#left.set(id, name);
    this.#schedule();
  }

  hand(id: string, name: string, isRaised: boolean): void {
    if (isRaised) this.#hands.set(id, name);
    else this.#hands.delete(id);
    this.#schedule();
  }

  reacted(id: string, name: string, emoji: string): void {
    this.#reactions.set(`${id} ${emoji}`, { name, emoji });
    this.#schedule();
  }

  message(id: string): void {
    this.#messages.push(id);
    this.#schedule();
  }

  spotlight(id: string | null): void {
    this.#spotlightId = id;
    this.#schedule();
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#joinedAt.clear();
    this.#forget();
  }

  #schedule(): void {
    if (this.#cancel) return;
    const quietMs = this.#lastMessageAt + BETWEEN_MESSAGES_MS - this.#options.now();
    this.#cancel = this.#options.scope.after(Math.max(BATCH_MS, quietMs), () => {
      this.#cancel = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    const wasSaid = this.#options.announce({
      joined: this.#joined,
      left: this.#left,
      hands: this.#hands,
      reactions: this.#reactions,
      messages: this.#messages,
      spotlightId: this.#spotlightId,
    });
    this.#forget();
    if (wasSaid) this.#lastMessageAt = this.#options.now();
  }

  #forget(): void {
    for (const gathered of [this.#joined, this.#left, this.#hands, this.#reactions]) gathered.clear();
    this.#messages = [];
    this.#spotlightId = undefined;
  }
}
