import type { Clock } from '../../../src/base/clock.js';
import type { WorldScheduler } from './world-scheduler.js';

interface Timer {
  readonly periodMs: number | null;
  readonly run: () => void;
  cancel: () => void;
}

/** One page with its own event loop: it can freeze (nothing runs, what is due waits) or vanish (nothing runs any more). */
export class FakePage {
  readonly name: string;
  readonly clock: Clock;
  readonly #scheduler: WorldScheduler;
  readonly #timers = new Set<Timer>();
  #held: (() => void)[] = [];
  #state: 'running' | 'frozen' | 'gone' = 'running';
  /** What the page itself is told when it is closed. */
  readonly unloadListeners = new Set<EventListener>();

  constructor(name: string, scheduler: WorldScheduler, clockErrorMs: number) {
    this.name = name;
    this.#scheduler = scheduler;
    this.clock = {
      now: () => scheduler.now + clockErrorMs,
      after: (delayMs, run) => this.#add(delayMs, null, run),
      every: (periodMs, run) => this.#add(periodMs, periodMs, run),
    };
  }

  get isGone(): boolean {
    return this.#state === 'gone';
  }

  get isFrozen(): boolean {
    return this.#state === 'frozen';
  }

  /** Timers that wait: for leak tests. */
  get timerCount(): number {
    return this.#timers.size;
  }

  /** A task from outside, such as a message that came in. */
  post(delayMs: number, run: () => void): void {
    this.#scheduler.after(delayMs, () => {
      this.#runOrHold(run);
    });
  }

  freeze(): void {
    if (this.#state === 'running') this.#state = 'frozen';
  }

  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'running';
    const held = this.#held;
    this.#held = [];
    for (const run of held) this.#runOrHold(run);
  }

  vanish(): void {
    this.#state = 'gone';
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
    this.#held = [];
  }

  addUnloadListener(listener: EventListener): this {
    this.unloadListeners.add(listener);
    return this;
  }

  /** Does something of the page's own, such as a click. */
  act(run: () => void): void {
    this.#scheduler.actor = this;
    this.#scheduler.markDirty();
    run();
  }

  /** Tells the page that it is being closed. */
  unload(): void {
    this.act(() => {
      for (const listener of this.unloadListeners) listener(new Event('pagehide'));
    });
  }

  #runOrHold(run: () => void): void {
    if (this.#state === 'frozen') this.#held.push(run);
    else if (this.#state === 'running') this.act(run);
  }

  #add(delayMs: number, periodMs: number | null, run: () => void): () => void {
    if (this.#state === 'gone') return () => undefined;
    const timer: Timer = { periodMs, run, cancel: () => undefined };
    this.#timers.add(timer);
    this.#arm(timer, delayMs);
    return () => {
      if (this.#timers.delete(timer)) timer.cancel();
    };
  }

  #arm(timer: Timer, delayMs: number): void {
    timer.cancel = this.#scheduler.after(delayMs, () => {
      this.#fire(timer);
    });
  }

  #fire(timer: Timer): void {
    if (this.#state === 'frozen') {
      this.#held.push(() => {
        if (this.#timers.has(timer)) this.#fire(timer);
      });
      return;
    }
    if (timer.periodMs === null) {
      this.#timers.delete(timer);
      this.#scheduler.markDirty();
    } else this.#arm(timer, timer.periodMs);
    this.#scheduler.actor = this;
    timer.run();
  }
}
