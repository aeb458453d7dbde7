import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { MediaArrivals } from './media-arrivals.js';

export interface MediaPulseOptions {
  readonly clock: Clock;
  /** Null when it cannot be told now. */
  readonly readArrivals: () => Promise<MediaArrivals | null>;
  /** Neither come. Once. */
  readonly onQuiet: () => void;
  /** They come again. */
  readonly onPulse: () => void;
}

const PERIOD_MS = 120;
/** Longer than the pauses of a sound that is silent (0.4 s): only what was away can come back. */
const QUIET_MS = 700;

/**
 * While nothing is heard over the data channels: notices whether sound and pictures are away too, and when they come
 * again. After a gap the channels wait up to 3 s before they send once more (measured: 1.7 s); media do not wait.
 */
export class MediaPulse {
  readonly #options: MediaPulseOptions;
  readonly #scope: Scope;
  #count: number | null = null;
  #quietSince: number;
  #isQuiet = false;
  #isLooking = false;

  constructor(options: MediaPulseOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#quietSince = options.clock.now();
    this.#scope.every(PERIOD_MS, () => void this.#look());
    void this.#look();
  }

  close(): void {
    this.#scope.close();
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const arrivals = await this.#options.readArrivals().catch(() => null);
    this.#isLooking = false;
    if (arrivals !== null && !this.#scope.isClosed) this.#judge(arrivals);
  }

  #judge({ count, quietMs }: MediaArrivals): void {
    const now = this.#options.clock.now();
    const hasGrown = this.#count !== null && count > this.#count;
    if (this.#count === null) this.#quietSince = now - (quietMs ?? 0);
    this.#count = count;
    if (!hasGrown) {
      if (now - this.#quietSince < QUIET_MS || this.#isQuiet) return;
      this.#isQuiet = true;
      this.#options.onQuiet();
      return;
    }
    this.#quietSince = now;
    if (this.#isQuiet) this.#options.onPulse();
    this.#isQuiet = false;
  }
}
