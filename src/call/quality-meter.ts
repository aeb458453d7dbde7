import type { Clock } from '../base/clock.js';
import type { Emitter } from '../base/emitter.js';
import type { Logger } from '../base/logger.js';
import type { ConnectionSample } from '../quality/connection-sample.js';
import { SteadyRating } from '../quality/quality-level.js';
import { StatsSampler } from '../quality/stats-sampler.js';
import type { CallEvents, Quality } from './call.js';

export interface QualityMeterOptions {
  readonly getStats: () => Promise<ReadonlyMap<string, RTCStatsReport>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly emitter: Emitter<CallEvents>;
  /** The quality of one connection, or (null) of the call: that of its worst connection. */
  readonly onQuality: (participantId: string | null, quality: Quality | null) => void;
  /** Each interval of each connection, before it is rated. */
  readonly onSample?: (participantId: string, sample: ConnectionSample) => void;
}

/** Rates every connection each two seconds; says so only when something changed. */
export class QualityMeter {
  readonly #options: QualityMeterOptions;
  readonly #sampler: StatsSampler;
  readonly #ratings = new Map<string, SteadyRating>();
  #call: Quality | null = null;

  constructor(options: QualityMeterOptions) {
    this.#options = options;
    const { getStats, clock, logger } = options;
    this.#sampler = new StatsSampler({
      getStats,
      clock,
      logger,
      onSample: (participantId, sample) => {
        this.#handleSample(participantId, sample);
      },
    });
  }

  remove(participantId: string): void {
    if (this.#ratings.delete(participantId)) this.#rateCall();
  }

  close(): void {
    this.#sampler.close();
    this.#ratings.clear();
    this.#rateCall();
  }

  #handleSample(participantId: string, sample: ConnectionSample): void {
    const { network } = sample;
    this.#options.onSample?.(participantId, sample);
    this.#options.emitter.emit('stats-updated', { participantId, stats: network });
    const rating = this.#ratings.get(participantId) ?? new SteadyRating();
    this.#ratings.set(participantId, rating);
    const before = rating.current;
    const after = rating.add(network);
    if (after === before) return;
    this.#tell(participantId, before, after);
    this.#rateCall();
  }

  #rateCall(): void {
    const before = this.#call;
    let worst: Quality | null = null;
    for (const { current } of this.#ratings.values()) {
      if (current !== null && (worst === null || current.score < worst.score)) worst = current;
    }
    if (worst?.score === before?.score && worst?.level === before?.level) return;
    this.#call = worst;
    this.#tell(null, before, worst);
  }

  #tell(participantId: string | null, before: Quality | null, after: Quality | null): void {
    this.#options.onQuality(participantId, after);
    if (after !== null && after.level !== before?.level)
      this.#options.emitter.emit('quality-changed', { participantId, level: after.level, score: after.score });
  }
}
