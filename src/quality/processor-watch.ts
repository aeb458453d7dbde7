import { CAMERA_RUNG_NAMES, type CameraRungName } from './send-step.js';

const BUSY_SHARE = 0.5;
const BUSY_SAMPLES = 3;
/** An encoder says that it is limited until it has found out that it need not be. */
const PAUSE_MS = 10_000;
const REST_MS = 60_000;
const LONGEST_REST_MS = 600_000;

/** Makes the pictures for all smaller while the encoders of this device do not keep up, and larger again after a minute's rest. */
export class ProcessorWatch {
  /** Place of the largest size that this device may encode; 0 is any. */
  #ceiling = 0;
  #busySamples = 0;
  #changedAtMs = -Infinity;
  #restSinceMs: number | null = null;
  #restMs = REST_MS;
  #raisedAtMs = -Infinity;

  /** The largest size; null is any. */
  get ceiling(): CameraRungName | null {
    return this.#ceiling === 0 ? null : (CAMERA_RUNG_NAMES[this.#ceiling] ?? null);
  }

  /** `share` is the largest of all connections of one moment, 0 to 1; `sent` the largest size that is sent. */
  add(share: number | null, sent: CameraRungName | null, nowMs: number): void {
    if (share === null) return;
    if (share <= BUSY_SHARE) {
      this.#busySamples = 0;
      this.#rest(nowMs);
      return;
    }
    this.#restSinceMs = null;
    this.#busySamples += 1;
    if (sent === null || this.#busySamples < BUSY_SAMPLES || nowMs - this.#changedAtMs < PAUSE_MS) return;
    if (nowMs - this.#raisedAtMs < REST_MS) this.#restMs = Math.min(this.#restMs * 3, LONGEST_REST_MS);
    this.#ceiling = Math.min(Math.max(CAMERA_RUNG_NAMES.indexOf(sent), this.#ceiling) + 1, CAMERA_RUNG_NAMES.length - 1);
    this.#changedAtMs = nowMs;
    this.#busySamples = 0;
  }

  reset(): void {
    this.#ceiling = 0;
    this.#busySamples = 0;
  }

  #rest(nowMs: number): void {
    this.#restSinceMs ??= nowMs;
    if (this.#ceiling === 0 || nowMs - this.#restSinceMs < this.#restMs) return;
    this.#ceiling -= 1;
    this.#restSinceMs = nowMs;
    this.#raisedAtMs = nowMs;
    this.#changedAtMs = nowMs;
  }
}
