import type { Clock } from '../../base/clock.js';

export interface TokenBucketOptions {
  readonly clock: Clock;
  readonly perSecond: number;
  /** How much may be taken at once after a rest. */
  readonly burst: number;
}

/** So much a second, and a burst after a rest. A clock that is set back neither gives nor takes. */
export class TokenBucket {
  readonly #options: TokenBucketOptions;
  #tokens: number;
  #filledAt: number;

  constructor(options: TokenBucketOptions) {
    this.#options = options;
    this.#tokens = options.burst;
    this.#filledAt = options.clock.now();
  }

  get tokens(): number {
    const { clock, perSecond, burst } = this.#options;
    const now = clock.now();
    const gained = (Math.max(0, now - this.#filledAt) / 1000) * perSecond;
    this.#filledAt = now;
    // What was given beyond the burst is not taken away again by counting.
    if (this.#tokens < burst) this.#tokens = Math.min(burst, this.#tokens + gained);
    return this.#tokens;
  }

  has(amount: number): boolean {
    return this.tokens >= amount;
  }

  /** May go below zero: whoever must not, asks `has` before. */
  take(amount: number): void {
    this.#tokens = this.tokens - amount;
  }

  /** Adds to what is there, even above the burst. */
  give(amount: number): void {
    this.#tokens = this.tokens + amount;
  }

  /** Milliseconds until `amount` is there; `amount` must not be above the burst. */
  waitMs(amount: number): number {
    return Math.max(0, ((amount - this.tokens) / this.#options.perSecond) * 1000);
  }
}
