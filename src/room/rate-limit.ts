export interface RateLimitOptions {
  readonly now: () => number;
  readonly perSecond: number;
  /** How many may come at once after a rest. */
  readonly burst: number;
}

/** So many a second, and a burst after a rest. A clock that is set back neither gives nor takes. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  #left: number;
  #countedAt: number;

  constructor(options: RateLimitOptions) {
    this.#options = options;
    this.#left = options.burst;
    this.#countedAt = options.now();
  }

  /** True when one more is allowed; it counts then. */
  take(): boolean {
    const { now, perSecond, burst } = this.#options;
    const at = now();
    this.#left = Math.min(burst, this.#left + (Math.max(0, at - this.#countedAt) / 1000) * perSecond);
    this.#countedAt = at;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
