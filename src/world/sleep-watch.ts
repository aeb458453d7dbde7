import type { Clock } from '../base/clock.js';
import { Scope } from '../base/scope.js';

const TICK_MS = 1000;
/** Between two ticks. Longer than a busy page keeps a timer waiting, shorter than the others wait before they act. */
const GAP_MS = 3500;

export interface SleepWatchOptions {
  readonly clock: Clock;
  readonly onWoke: (gapMs: number) => void;
}

/** Notices that time passed without us: a tick that comes far too late. Ticks only while held. */
export class SleepWatch {
  readonly #options: SleepWatchOptions;
  readonly #scope: Scope;
  #holders = 0;
  #stop = (): void => undefined;

  constructor(options: SleepWatchOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /** Watches until the returned function is called. */
  hold(): () => void {
    this.#holders += 1;
    if (this.#holders === 1) this.#start();
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#stop();
    };
  }

  close(): void {
    this.#scope.close();
  }

  #start(): void {
    const { clock, onWoke } = this.#options;
    let last = clock.now();
    this.#stop = this.#scope.every(TICK_MS, () => {
      const now = clock.now();
      const gapMs = now - last;
      last = now;
      if (gapMs > GAP_MS) onWoke(gapMs);
    });
  }
}
