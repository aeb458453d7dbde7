/** With less than this left beside sound, pictures only harm it. */
const CLOSE_BPS = 100_000;
export const OPEN_BPS = 250_000;
const OPEN_MS = 10_000;

/** Sound first: no picture at all while hardly more than the sound gets through; back when there has been room for a while. */
export class PicturesGate {
  #isOpen = true;
  #roomSinceMs: number | null = null;

  /** `leftBps`: what the budget leaves beside sound. True while pictures may be sent. */
  update(leftBps: number, nowMs: number): boolean {
    if (this.#isOpen) {
      this.#isOpen = leftBps >= CLOSE_BPS;
    } else if (leftBps < OPEN_BPS) {
      this.#roomSinceMs = null;
    } else {
      this.#roomSinceMs ??= nowMs;
      this.#isOpen = nowMs - this.#roomSinceMs >= OPEN_MS;
      if (this.#isOpen) this.#roomSinceMs = null;
    }
    return this.#isOpen;
  }

  reset(): void {
    this.#isOpen = true;
    this.#roomSinceMs = null;
  }
}
