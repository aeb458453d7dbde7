import type { Clock } from '../../base/clock.js';
import type { Emitter } from '../../base/emitter.js';
import type { Logger } from '../../base/logger.js';
import { ConnectionRating } from '../../quality/connection-rating.js';
import type { ConnectionSample } from '../../quality/connection-sample.js';
import { rank } from '../../quality/quality-level.js';
import { SAMPLE_PERIOD_MS, StatsSampler } from '../../quality/stats-sampler.js';
import type { WantedPicture } from '../../quality/wanted-picture.js';
import type { CallEvents, Quality } from '../call.js';

/** While any connection is poor or worse. */
const DEGRADED_PERIOD_MS = 1000;

export interface QualityMeterOptions {
  readonly getStats: () => Promise<ReadonlyMap<string, RTCStatsReport>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly emitter: Emitter<CallEvents>;
  /** The quality of one connection, or (null) of the call: that of its worst connection. */
  readonly onQuality: (participantId: string | null, quality: Quality | null) => void;
  /** Each interval of each connection, before it is rated. */
  readonly onSample?: (participantId: string, sample: ConnectionSample) => void;
  /** How the camera of a participant is shown here; null when it is not, or it is not known. Without it sizes do not count. */
  readonly wantedPicture?: (participantId: string) => WantedPicture | null;
}

/** Rates every connection each two seconds, each second while one is poor; says so only when something changed. */
export class QualityMeter {
  readonly #options: QualityMeterOptions;
  readonly #sampler: StatsSampler;
  readonly #ratings = new Map<string, ConnectionRating>();
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
    this.#sampler.forget(participantId);
    if (this.#ratings.delete(participantId)) this.#rateCall();
  }

  close(): void {
    this.#sampler.close();
    this.#ratings.clear();
    this.#rateCall();
  }

  #handleSample(participantId: string, sample: ConnectionSample): void {
    const { onSample, emitter, wantedPicture } = this.#options;
    onSample?.(participantId, sample);
    emitter.emit('stats-updated', { participantId, stats: sample.network });
    const rating = this.#ratings.get(participantId) ?? new ConnectionRating();
    this.#ratings.set(participantId, rating);
    const before = rating.current;
    const after = rating.add(sample, wantedPicture?.(participantId) ?? null, this.#areOthersWell(rating));
    if (after === before) return;
    this.#tell(participantId, before, after);
    this.#rateCall();
  }

  #areOthersWell(rating: ConnectionRating): boolean {
    const others = [...this.#ratings.values()].filter((other) => other !== rating && other.current !== null);
    return others.length > 0 && others.every(({ current }) => current !== null && rank(current.level) <= rank('good'));
  }

  #rateCall(): void {
    const before = this.#call;
    let worst: Quality | null = null;
    for (const { current } of this.#ratings.values()) {
      if (current !== null && (worst === null || current.score < worst.score)) worst = current;
    }
    const isDegraded = worst !== null && rank(worst.level) >= rank('poor');
    this.#sampler.setPeriod(isDegraded ? DEGRADED_PERIOD_MS : SAMPLE_PERIOD_MS);
    if (worst?.score === before?.score && worst?.level === before?.level && worst?.cause === before?.cause) return;
    this.#call = worst;
    this.#tell(null, before, worst);
  }

  #tell(participantId: string | null, before: Quality | null, after: Quality | null): void {
    this.#options.onQuality(participantId, after);
    if (after !== null && after.level !== before?.level)
      this.#options.emitter.emit('quality-changed', { participantId, level: after.level, score: after.score });
  }
}
