/**
 * A token bucket: `burst` messages at once, then `perSecond` on average.
 * Joining a full mesh sends an offer and some ten candidates to each member at once, hence the size of the burst.
 */
export class MessageBudget {
  #tokens;
  #filledAtMs;

  constructor({ burst = 400, perSecond = 50, now = () => performance.now() } = {}) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.now = now;
    this.#tokens = burst;
    this.#filledAtMs = now();
  }

  /** Takes one message from the budget; false when it is spent. */
  take() {
    const nowMs = this.now();
    this.#tokens = Math.min(this.burst, this.#tokens + ((nowMs - this.#filledAtMs) / 1000) * this.perSecond);
    this.#filledAtMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
