import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { Scope } from '../base/scope.js';
import type { ConnectionSample } from './connection-sample.js';
import { diffStats } from './diff-stats.js';

export const SAMPLE_PERIOD_MS = 2000;
/** Shares of the period: a shorter interval says too little, and of a longer one an average would hide what happened. */
const SHORTEST = 0.5;
const LONGEST = 2;

export interface StatsSamplerOptions {
  readonly getStats: () => Promise<ReadonlyMap<string, RTCStatsReport>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onSample: (participantId: string, sample: ConnectionSample) => void;
}

/** Compares the statistics of every connection with those of one period ago. Runs until closed. */
export class StatsSampler {
  readonly #options: StatsSamplerOptions;
  readonly #scope: Scope;
  #previous = new Map<string, RTCStatsReport>();
  #periodMs = SAMPLE_PERIOD_MS;
  #isSampling = false;
  #stop: () => void;

  constructor(options: StatsSamplerOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#stop = this.#start();
  }

  /** From now on once each `periodMs`, the first time when one has passed. */
  setPeriod(periodMs: number): void {
    if (periodMs === this.#periodMs) return;
    this.#periodMs = periodMs;
    this.#stop();
    this.#stop = this.#start();
  }

  /** Nothing is told of that one any more, not even of what is being read now. */
  forget(participantId: string): void {
    this.#previous.delete(participantId);
  }

  close(): void {
    this.#scope.close();
    this.#previous.clear();
  }

  #start(): () => void {
    return this.#scope.every(this.#periodMs, () => void this.#sample());
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
    const periodMs = this.#periodMs;
    const compared = new Map(current);
    const samples: [string, ConnectionSample][] = [];
    for (const [participantId, report] of current) {
      const before = this.#previous.get(participantId);
      const sample = before === undefined ? null : diffStats(before, report);
      if (before === undefined || sample === null) continue;
      // What is too short is part of the next one; what was slept through, or throttled, is dropped.
      if (sample.elapsedMs < periodMs * SHORTEST) compared.set(participantId, before);
      else if (sample.elapsedMs <= periodMs * LONGEST) samples.push([participantId, sample]);
    }
    this.#previous = compared;
    for (const [participantId, sample] of samples) this.#options.onSample(participantId, sample);
  }
}
