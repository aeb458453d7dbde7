/** What a ladder is made of, best first. */
export interface Step {
  readonly name: string;
  /** What it takes at least. */
  readonly leastBps: number;
}

/** What speaks for a better one. */
export interface Room {
  /** The way there has no trouble now. */
  readonly isClean: boolean;
  /** What did not go any more goes again. */
  readonly isReturning: boolean;
  /** What could be used, bits a second. */
  readonly mostBps: number;
}

export interface HeldRungOptions {
  /** All names there can be, best first. */
  readonly order: readonly string[];
  /** Between two steps down; a step to nothing never waits. */
  readonly downPauseMs?: number;
}

/** At most one change of a picture in that time. */
const PAUSE_MS = 4000;
/** How long there must have been room for the next better rung, on a clean network; and on the way back to what was before. */
const CLEAN_MS = 8000;
const RETURN_MS = 2000;
/** Of what the better rung takes at least: what just fits does not stay. */
const UP_MARGIN = 1.15;

/**
 * Where one picture stands on its ladder because of what the network carries: down at once, up one rung after a while. When
 * the ladder itself changes (the picture is shown larger, the battery is low), what is not held by the network follows at once.
 */
export class HeldRung {
  readonly #options: HeldRungOptions;
  /** Place of the best name that the network allows; 0 when it holds nothing back. */
  #held = 0;
  #isNew = true;
  #changedAtMs = -Infinity;
  #roomSinceMs: number | null = null;

  constructor(options: HeldRungOptions) {
    this.#options = options;
  }

  /** The rung to use with `shareBps`; null is nothing. */
  choose<Rung extends Step>(ladder: readonly Rung[], shareBps: number, nowMs: number, room: Room): Rung | null {
    const found = ladder.findIndex(({ leastBps }) => leastBps <= shareBps);
    const fitting = found === -1 ? ladder.length : found;
    const current = this.#index(ladder);
    if (this.#isNew) {
      if (ladder.length > 0) this.#isNew = false;
      if (fitting > 0) this.#move(ladder, fitting, nowMs);
    } else if (fitting > current) {
      this.#roomSinceMs = null;
      const pauseMs = fitting === ladder.length ? 0 : (this.#options.downPauseMs ?? PAUSE_MS);
      if (nowMs - this.#changedAtMs >= pauseMs) this.#move(ladder, fitting, nowMs);
    } else {
      this.#climb(ladder, current, nowMs, room);
    }
    return ladder[this.#index(ladder)] ?? null;
  }

  /** Forgets what the network did not carry. */
  reset(): void {
    this.#held = 0;
    this.#isNew = true;
    this.#roomSinceMs = null;
  }

  #climb(ladder: readonly Step[], current: number, nowMs: number, { isClean, isReturning, mostBps }: Room): void {
    const better = ladder[current - 1];
    if (better === undefined) {
      // Held by nothing on this ladder; on a longer one it would be.
      this.#roomSinceMs = null;
      return;
    }
    if (!isClean || mostBps < better.leastBps * (isReturning ? 1 : UP_MARGIN)) {
      this.#roomSinceMs = null;
      return;
    }
    this.#roomSinceMs ??= nowMs;
    if (nowMs - this.#roomSinceMs >= (isReturning ? RETURN_MS : CLEAN_MS) && nowMs - this.#changedAtMs >= PAUSE_MS)
      this.#move(ladder, current - 1, nowMs);
  }

  #index(ladder: readonly Step[]): number {
    if (this.#held === 0) return 0;
    if (this.#held >= this.#options.order.length) return ladder.length;
    const index = ladder.findIndex(({ name }) => this.#options.order.indexOf(name) >= this.#held);
    // Another ladder may end higher.
    return index === -1 ? Math.max(0, ladder.length - 1) : index;
  }

  #move(ladder: readonly Step[], index: number, nowMs: number): void {
    const rung = ladder[index];
    this.#held = index === 0 ? 0 : rung === undefined ? this.#options.order.length : this.#options.order.indexOf(rung.name);
    this.#changedAtMs = nowMs;
    this.#roomSinceMs = null;
  }
}
