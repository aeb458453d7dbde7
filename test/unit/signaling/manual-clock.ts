import type { Clock } from '../../../src/base/clock.js';

interface Timer {
  at: number;
  readonly periodMs: number | null;
  readonly run: () => void;
}

/** Time that passes only when told to. */
export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now = 1_800_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    return this.#add({ at: this.#now + delayMs, periodMs: null, run });
  }

  every(periodMs: number, run: () => void): () => void {
    return this.#add({ at: this.#now + periodMs, periodMs, run });
  }

  /** How many timers wait: for leak tests. */
  get size(): number {
    return this.#timers.size;
  }

  advance(byMs: number): void {
    const end = this.#now + byMs;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.at <= end).sort((one, two) => one.at - two.at)[0];
      if (next === undefined) break;
      this.#now = next.at;
      if (next.periodMs === null) this.#timers.delete(next);
      else next.at += next.periodMs;
      next.run();
    }
    this.#now = end;
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }
}
