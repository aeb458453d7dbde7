import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';

/** Browsers notice a dead peer after 7.6 to 17.6 s; these are ours, in milliseconds (measured in ARCHITECTURE.md). */
export const LIVENESS = {
  heartbeatMs: 1_000,
  weakMs: 3_000,
  /** Silent and its address is free again: its browser is gone. */
  crashedMs: 5_000,
  goneMs: 20_000,
  /** A gap between own ticks as long as this means that we slept, not that they died. */
  sleptMs: 3_500,
} as const;

export interface LivenessOptions {
  readonly clock: Clock;
  readonly sendHeartbeat: () => void;
  readonly onWeak: (isWeak: boolean) => void;
  /** Asks whether the peer's address is free; true is evidence of a crash. */
  readonly isAddressFree: () => Promise<boolean>;
  readonly onGone: () => void;
}

/** Judges one peer by what is heard of it: weak after 3 s, gone after 5 s when its address is free, else after 20 s. */
export class Liveness {
  readonly #options: LivenessOptions;
  readonly #scope: Scope;
  #lastHeard: number;
  #lastTick: number;
  #isWeak = false;
  #isAsking = false;
  #isAddressFree = false;

  constructor(options: LivenessOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#lastHeard = this.#lastTick = options.clock.now();
    this.#scope.every(LIVENESS.heartbeatMs, () => {
      this.#tick();
    });
    options.sendHeartbeat();
  }

  get isWeak(): boolean {
    return this.#isWeak;
  }

  heard(): void {
    this.#lastHeard = this.#options.clock.now();
    this.#isAddressFree = false;
    this.#setWeak(false);
  }

  close(): void {
    this.#scope.close();
  }

  #tick(): void {
    const now = this.#options.clock.now();
    if (now - this.#lastTick > LIVENESS.sleptMs) this.#lastHeard = now;
    this.#lastTick = now;
    this.#options.sendHeartbeat();
    const silentMs = now - this.#lastHeard;
    if (silentMs < LIVENESS.weakMs) return;
    this.#setWeak(true);
    if (silentMs >= LIVENESS.goneMs || (this.#isAddressFree && silentMs >= LIVENESS.crashedMs)) {
      this.close();
      this.#options.onGone();
      return;
    }
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isAddressFree) return;
    this.#isAsking = true;
    const askedAt = this.#lastHeard;
    const isFree = await this.#options.isAddressFree().catch(() => false);
    this.#isAsking = false;
    if (askedAt === this.#lastHeard) this.#isAddressFree = isFree;
  }

  #setWeak(isWeak: boolean): void {
    if (this.#isWeak === isWeak) return;
    this.#isWeak = isWeak;
    this.#options.onWeak(isWeak);
  }
}
