/** Time as a dependency, so that tests can turn it by hand. All in milliseconds. */
export interface Clock {
  /** Wall-clock time since the epoch. */
  readonly now: () => number;
  /** Runs once after `delayMs`; the returned function cancels. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Runs every `periodMs` until cancelled by the returned function. */
  readonly every: (periodMs: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  every(periodMs, run) {
    const timer = setInterval(run, periodMs);
    return () => {
      clearInterval(timer);
    };
  },
};
