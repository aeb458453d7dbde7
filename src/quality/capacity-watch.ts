/** Less than this share of what was possible before is less. */
const LOW_SHARE = 0.8;

/**
 * Whether a connection can carry much less than shortly before. The browser's estimate falls when packets begin to wait in
 * a queue (draft-ietf-rmcat-gcc-02, section 5), which is before any is lost.
 */
export class CapacityWatch {
  readonly #keptShare: number;
  #mostBps: number | null = null;
  #isLow = false;

  /** @param keptShare so much of what was possible is remembered after two seconds. */
  constructor(keptShare: number) {
    this.#keptShare = keptShare;
  }

  get isLow(): boolean {
    return this.#isLow;
  }

  /** @param steps since the value before; 1 is two seconds. */
  add(availableBps: number | null, steps: number): void {
    if (availableBps === null || !Number.isFinite(availableBps)) return;
    const most = this.#mostBps;
    this.#isLow = most !== null && availableBps < LOW_SHARE * most;
    this.#mostBps = most === null ? availableBps : Math.max(availableBps, most * this.#keptShare ** steps);
  }
}
