import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';

/** Browsers notice a dead peer after 7.6 to 17.6 s; these are ours, in milliseconds (measured in ARCHITECTURE.md). */
export const LIVENESS = {
  heartbeatMs: 1_000,
  weakMs: 3_000,
  /** Silent and its address found free again and again: its browser is gone. */
  crashedMs: 5_000,
  wantedEvidence: 2,
  askSpreadMs: 500,
  goneMs: 20_000,
  /** A gap between own ticks as long as this means that we slept, not that they died. */
  sleptMs: 3_500,
} as const;

export interface LivenessOptions {
  readonly clock: Clock;
  readonly sendHeartbeat: () => void;
  readonly onWeak: (isWeak: boolean) => void;
  /** Asks whether the peer's address became free after that time; true is evidence of a crash. */
  readonly isAddressFree: (sinceMs: number) => Promise<boolean>;
  /** 0 to below 1: members must not ask in the same instant, for asking is claiming. */
  readonly random: () => number;
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
  #evidence = 0;

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
    this.#evidence = 0;
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
    if (silentMs >= LIVENESS.goneMs || (this.#evidence >= LIVENESS.wantedEvidence && silentMs >= LIVENESS.crashedMs)) {
      this.close();
      this.#options.onGone();
      return;
    }
    this.#scope.after(this.#options.random() * LIVENESS.askSpreadMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const askedAt = this.#lastHeard;
    const isFree = await this.#options.isAddressFree(this.#lastHeard).catch(() => false);
    this.#isAsking = false;
    if (askedAt === this.#lastHeard) this.#evidence = isFree ? this.#evidence + 1 : 0;
  }

  #setWeak(isWeak: boolean): void {
    if (this.#isWeak === isWeak) return;
    this.#isWeak = isWeak;
    this.#options.onWeak(isWeak);
  }
}
