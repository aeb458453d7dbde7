/** More than this much longer than the shortest, and so much by the clock, is no wavering. */
const LONG_FACTOR = 1.3;
const LONG_MS = 10;
/** In two seconds the shortest comes nearer by this share of what is: another path may be longer for good. */
const FORGET_SHARE = 0.08;

/** Whether packets begin to wait: a round trip that is longer than the shortest of late. */
export class RoundTripWatch {
  #shortestMs: number | null = null;
  #isLong = false;

  get isLong(): boolean {
    return this.#isLong;
  }

  /** @param steps since the value before; 1 is two seconds. */
  add(rttMs: number | null, steps: number): void {
    if (rttMs === null || !Number.isFinite(rttMs)) return;
    const shortest = this.#shortestMs === null ? rttMs : Math.min(rttMs, this.#shortestMs + FORGET_SHARE * steps * rttMs);
    this.#shortestMs = shortest;
    this.#isLong = rttMs > LONG_FACTOR * shortest + LONG_MS;
  }
}
