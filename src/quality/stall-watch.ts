/** Between two ticks. */
export const TICK_MS = 250;
const LATE_MS = 80;
/** What is measured now was sent and answered within this time. */
const MEMORY_MS = 5000;

/**
 * Whether this device keeps up with its work, told by a timer that comes late. Where it does not, packets lie unread as in
 * a queue of the network, and all that is measured by time says that the network is slow.
 */
export class StallWatch {
  #tickedAtMs: number | null = null;
  #worst = { atMs: -Infinity, lateMs: 0 };

  /** To be called each `TICK_MS`. */
  tick(nowMs: number): void {
    const lateMs = this.#tickedAtMs === null ? 0 : nowMs - this.#tickedAtMs - TICK_MS;
    if (lateMs > LATE_MS && lateMs >= this.lateMs(nowMs)) this.#worst = { atMs: nowMs, lateMs };
    this.#tickedAtMs = nowMs;
  }

  /** By how much the latest tick of the last seconds was late, milliseconds; 0 when none was worth mentioning. */
  lateMs(nowMs: number): number {
    return nowMs - this.#worst.atMs < MEMORY_MS ? this.#worst.lateMs : 0;
  }
}
