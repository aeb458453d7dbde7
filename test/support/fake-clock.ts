import type { Clock } from '../../src/base/clock.js';

export interface FakeClock extends Clock {
  /** Lets `durationMs` pass: what is due runs, in order of its time. */
  pass(durationMs: number): void;
  /** Time goes on and nothing runs, as when the machine sleeps. */
  sleep(durationMs: number): void;
  /** How many timers are waiting: for leak tests. */
  readonly timerCount: number;
}

/** Time turned by hand. */
export function createFakeClock(startMs = 1_000_000): FakeClock {
  let now = startMs;
  const timers = new Set<{ at: number; periodMs: number | null; run: () => void }>();
  const add = (delayMs: number, periodMs: number | null, run: () => void): (() => void) => {
    const timer = { at: now + delayMs, periodMs, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  return {
    now: () => now,
    after: (delayMs, run) => add(delayMs, null, run),
    every: (periodMs, run) => add(periodMs, periodMs, run),
    pass(durationMs) {
      const end = now + durationMs;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        if (next.periodMs === null) timers.delete(next);
        else next.at += next.periodMs;
        next.run();
      }
      now = end;
    },
    sleep(durationMs) {
      now += durationMs;
      for (const timer of timers) timer.at = Math.max(timer.at, now);
    },
    get timerCount() {
      return timers.size;
    },
  };
}
