import type { Clock } from '../../src/base/clock.js';
import type { Call } from '../../src/call/call.js';
import { PlotHistory } from './plot-history.js';
import { streamPoint, type StreamPoint } from './stream-point.js';

const PERIOD_MS = 2000;

/** Measures what goes over each connection, every two seconds, until stopped. */
export class StreamFeed {
  readonly history = new PlotHistory<StreamPoint>();
  readonly #clock: Clock;
  readonly #onPoint: () => void;
  #before: ReadonlyMap<string, RTCStatsReport> = new Map();
  #run = 0;

  constructor(clock: Clock, onPoint: () => void) {
    this.#clock = clock;
    this.#onPoint = onPoint;
  }

  /** Begins with that call; what is answered stops it. */
  start(call: Call): () => void {
    this.#run += 1;
    const run = this.#run;
    this.#before = new Map();
    const measure = (): void => {
      call.getStats().then(
        (reports) => {
          if (run === this.#run) this.#take(reports);
        },
        // No answer: a gap in the plots.
        () => undefined,
      );
    };
    measure();
    const stop = this.#clock.every(PERIOD_MS, measure);
    return () => {
      this.#run += 1;
      stop();
    };
  }

  #take(reports: ReadonlyMap<string, RTCStatsReport>): void {
    const at = this.#clock.now();
    for (const [id, report] of reports) {
      const before = this.#before.get(id);
      if (before) this.history.add(id, at, streamPoint(before, report));
    }
    this.#before = reports;
    this.#onPoint();
  }
}
