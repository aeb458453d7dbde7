import { RateLimit, type RateLimitOptions } from './rate-limit.js';

/** As many senders are counted apart; beyond that the one counted longest ago begins anew. */
const MAX_SENDERS = 64;

/** One limit for each sender: who floods loses what is its own, and nobody else's. */
export class SenderLimits {
  readonly #options: RateLimitOptions;
  readonly #limits = new Map<string, RateLimit>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  take(senderId: string): boolean {
    const limit = this.#limits.get(senderId) ?? new RateLimit(this.#options);
    this.#limits.delete(senderId);
    this.#limits.set(senderId, limit);
    const [first] = this.#limits.keys();
    if (this.#limits.size > MAX_SENDERS && first !== undefined) this.#limits.delete(first);
    return limit.take();
  }
}
