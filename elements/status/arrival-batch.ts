import type { Scope } from '../../src/base/scope.js';

export const BATCH_MS = 1500;
export const BRIEF_VISIT_MS = 5000;
export const BETWEEN_MESSAGES_MS = 3000;
const MOST_NAMES = 3;

/** Who came and who left since the last message; `names` is empty when there are too many to name. */
export interface Arrivals {
  readonly kind: 'joined' | 'left';
  readonly names: readonly string[];
  readonly count: number;
}

export interface ArrivalBatchOptions {
  readonly scope: Scope;
  /** Milliseconds. */
  readonly now: () => number;
  readonly announce: (arrivals: readonly Arrivals[]) => void;
}

/**
 * Gathers joins and leaves for 1.5 s into one message, at most one each 3 s, so that a screen reader is not talked
 * over. Somebody who comes and goes within 5 s is not mentioned, as far as nothing was said yet.
 */
export class ArrivalBatch {
  readonly #options: ArrivalBatchOptions;
  readonly #joined = new Map<string, string>();
  readonly #left = new Map<string, string>();
  readonly #joinedAt = new Map<string, number>();
  #lastMessageAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(options: ArrivalBatchOptions) {
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
    const wasUnsaid = this.#joined.delete(id);
    if (!wasUnsaid && !isBrief) this.#left.set(id, name);
    this.#schedule();
  }

  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#joined.clear();
    this.#left.clear();
    this.#joinedAt.clear();
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
    const arrivals = [...summary('joined', this.#joined), ...summary('left', this.#left)];
    this.#joined.clear();
    this.#left.clear();
    if (arrivals.length === 0) return;
    this.#lastMessageAt = this.#options.now();
    this.#options.announce(arrivals);
  }
}

function summary(kind: Arrivals['kind'], people: ReadonlyMap<string, string>): Arrivals[] {
  if (people.size === 0) return [];
  return [{ kind, count: people.size, names: people.size > MOST_NAMES ? [] : [...people.values()] }];
}
