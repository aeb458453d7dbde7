import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call, CallEvents } from '../../src/call/call.js';
import { PlotHistory, type TimedPoint } from './plot-history.js';

type Stats = CallEvents['stats-updated']['stats'];

/** Numbers that change faster than this cannot be read. */
const PERIOD_MS = 1000;

/** The newest statistics of each participant; renders the host for them at most once a second, and only when asked to. */
export class StatsFeed implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #getCall: () => Call | null;
  readonly #isShown: () => boolean;
  readonly #history = new PlotHistory<Stats>();
  #newest = new Map<string, Stats>();
  #shown: ReadonlyMap<string, Stats> = new Map();
  #call: Call | null = null;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = -Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement, getCall: () => Call | null, isShown: () => boolean) {
    this.#host = host;
    this.#getCall = getCall;
    this.#isShown = isShown;
    host.addController(this);
  }

  /** Null until the first measurement. */
  of(participantId: string): Stats | null {
    return this.#shown.get(participantId) ?? null;
  }

  /** All of the last minutes, shown or not. */
  historyOf(participantId: string): readonly TimedPoint<Stats>[] {
    return this.#history.of(participantId);
  }

  hostUpdate(): void {
    const call = this.#host.isConnected ? this.#getCall() : null;
    if (call !== this.#call) this.#follow(call);
    if (this.#timer === undefined) this.#take();
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  #follow(call: Call | null): void {
    this.#stop?.();
    this.#stop = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#newest = new Map();
    this.#history.clear();
    this.#shown = new Map();
    this.#call = call;
    this.#stop = call?.on('stats-updated', ({ participantId, stats }) => {
      this.#newest.set(participantId, stats);
      this.#history.add(participantId, Date.now(), stats);
      if (this.#isShown()) this.#schedule();
    });
  }

  /** All that arrives together, and within the rest of the second, is shown together. */
  #schedule(): void {
    const waitMs = Math.max(0, this.#shownAt + PERIOD_MS - performance.now());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#take();
      this.#host.requestUpdate();
    }, waitMs);
  }

  #take(): void {
    this.#shown = new Map(this.#newest);
    if (this.#newest.size > 0) this.#shownAt = performance.now();
  }
}
