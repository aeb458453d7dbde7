import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';

/** Browsers notice a dead peer after 7.6 to 17.6 s; these are ours, in milliseconds (measured in ARCHITECTURE.md). */
export const LIVENESS = {
  tickMs: 500,
  heartbeatMs: 1_000,
  /** Silent for as long: mending starts, nobody is told yet. */
  suspectMs: 2_000,
  weakMs: 3_000,
  /** Silent and its address found free again and again: its browser is gone. */
  crashedMs: 5_000,
  wantedEvidence: 2,
  askSpreadMs: 500,
  goneMs: 20_000,
  /** A gap between own ticks as long as this means that we slept, not that they died. */
  sleptMs: 1_800,
} as const;

export interface LivenessOptions {
  readonly clock: Clock;
  /** Directly, and (`isSuspect`) by every other way too. */
  readonly sendHeartbeat: (isSuspect: boolean) => void;
  /** Nothing was heard directly for a while; `since` is the last time, milliseconds since the epoch. */
  readonly onSuspect: (since: number) => void;
  readonly onWeak: (isWeak: boolean) => void;
  /** Heard directly again after it was suspect. */
  readonly onHeard: () => void;
  /** Asks whether the peer's address became free after that time; true is evidence of a crash. */
  readonly isAddressFree: (sinceMs: number) => Promise<boolean>;
  /** 0 to below 1: members must not ask in the same instant, for asking is claiming. */
  readonly random: () => number;
  readonly onGone: () => void;
}

/**
 * Judges one peer by what is heard of it: suspect after 2 s, weak after 3 s; gone after 5 s when its address is free,
 * else after 20 s in which nothing was heard by any way.
 */
export class Liveness {
  readonly #options: LivenessOptions;
  readonly #scope: Scope;
  /** Over the connection itself. */
  #lastHeard: number;
  /** By any way: through others or the server too. */
  #lastSign: number;
  #lastTick: number;
  #lastHeartbeat: number;
  #lastAsked: number;
  #isSuspect = false;
  #isWeak = false;
  #isAsking = false;
  #evidence = 0;

  constructor(options: LivenessOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#lastHeard = this.#lastSign = this.#lastTick = this.#lastHeartbeat = this.#lastAsked = options.clock.now();
    this.#scope.every(LIVENESS.tickMs, () => {
      this.#tick();
    });
    options.sendHeartbeat(false);
  }

  get isSuspect(): boolean {
    return this.#isSuspect;
  }

  get isWeak(): boolean {
    return this.#isWeak;
  }

  /** `graceMs`: nothing more need come before. */
  heard(graceMs = 0): void {
    this.#lastHeard = this.#lastSign = this.#options.clock.now() + graceMs;
    this.#evidence = 0;
    if (!this.#isSuspect) return;
    this.#isSuspect = false;
    this.#setWeak(false);
    this.#options.onHeard();
  }

  /** Through another member or the server: it lives, but the connection to it does not. */
  heardIndirectly(): void {
    this.#lastSign = this.#options.clock.now();
    this.#evidence = 0;
  }

  close(): void {
    this.#scope.close();
  }

  #tick(): void {
    const now = this.#options.clock.now();
    const gapMs = now - this.#lastTick;
    if (gapMs > LIVENESS.sleptMs) this.#lastHeard = this.#lastSign = now;
    // What we were too busy to hear is not their silence: mending for it would only add to the work.
    else this.#lastHeard += Math.max(0, gapMs - LIVENESS.tickMs);
    this.#lastTick = now;
    const silentMs = now - this.#lastHeard;
    if (silentMs >= LIVENESS.suspectMs) this.#suspect();
    if (now - this.#lastHeartbeat >= LIVENESS.heartbeatMs) {
      this.#lastHeartbeat = now;
      this.#options.sendHeartbeat(this.#isSuspect);
    }
    if (silentMs < LIVENESS.weakMs) return;
    this.#setWeak(true);
    const isCrashed = this.#evidence >= LIVENESS.wantedEvidence && silentMs >= LIVENESS.crashedMs;
    if (isCrashed || now - this.#lastSign >= LIVENESS.goneMs) {
      this.close();
      this.#options.onGone();
      return;
    }
    if (now - this.#lastAsked < LIVENESS.heartbeatMs) return;
    this.#lastAsked = now;
    this.#scope.after(this.#options.random() * LIVENESS.askSpreadMs, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const askedAt = this.#lastSign;
    const isFree = await this.#options.isAddressFree(this.#lastSign).catch(() => false);
    this.#isAsking = false;
    if (askedAt === this.#lastSign) this.#evidence = isFree ? this.#evidence + 1 : 0;
  }

  #suspect(): void {
    if (this.#isSuspect) return;
    this.#isSuspect = true;
    // Ask by the detours at once.
    this.#lastHeartbeat = -Infinity;
    this.#options.onSuspect(this.#lastHeard);
  }

  #setWeak(isWeak: boolean): void {
    if (this.#isWeak === isWeak) return;
    this.#isWeak = isWeak;
    this.#options.onWeak(isWeak);
  }
}
