import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { Scope } from '../base/scope.js';
import type { ConnectionSample } from './connection-sample.js';
import { diffStats } from './diff-stats.js';

export const SAMPLE_PERIOD_MS = 2000;

export interface StatsSamplerOptions {
  readonly getStats: () => Promise<ReadonlyMap<string, RTCStatsReport>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onSample: (participantId: string, sample: ConnectionSample) => void;
}

/** Compares the statistics of every connection with those of two seconds ago. Runs until closed. */
export class StatsSampler {
  readonly #options: StatsSamplerOptions;
  readonly #scope: Scope;
  #previous: ReadonlyMap<string, RTCStatsReport> = new Map();
  #previousAtMs = 0;
  #isSampling = false;

  constructor(options: StatsSamplerOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#scope.every(SAMPLE_PERIOD_MS, () => {
      void this.#sample();
    });
  }

  close(): void {
    this.#scope.close();
    this.#previous = new Map();
  }

  async #sample(): Promise<void> {
    // A slow answer must not be overtaken by the next one.
    if (this.#isSampling) return;
    this.#isSampling = true;
    try {
      const current = await this.#options.getStats();
      if (this.#scope.isClosed) return;
      this.#compare(current);
    } catch {
      this.#options.logger.log('warn', 'quality', 'Statistics could not be read.');
    } finally {
      this.#isSampling = false;
    }
  }

  #compare(current: ReadonlyMap<string, RTCStatsReport>): void {
    const atMs = this.#options.clock.now();
    const elapsedMs = atMs - this.#previousAtMs;
    const previous = this.#previous;
    this.#previous = current;
    this.#previousAtMs = atMs;
    // After sleep or in a throttled page an average would hide what happened.
    if (elapsedMs < SAMPLE_PERIOD_MS / 2 || elapsedMs > SAMPLE_PERIOD_MS * 2) return;
    for (const [participantId, report] of current) {
      const before = previous.get(participantId);
      const sample = before === undefined ? null : diffStats(before, report);
      if (sample !== null) this.#options.onSample(participantId, sample);
    }
  }
}
