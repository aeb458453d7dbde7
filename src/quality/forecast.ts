import type { ConnectionSample } from './connection-sample.js';
import type { QualityLevel } from './network-stats.js';

export type ForecastMetric = 'rtt' | 'packetLoss' | 'jitter';

/** What to do about what is coming; words are the interface's. */
export type ForecastAdvice = 'lower-picture' | 'turn-camera-off' | 'move-closer' | 'wait';

export interface ForecastFactor {
  readonly metric: ForecastMetric;
  /** -1 to 1: what this metric does to quality; below 0 it makes the call worse, above 0 it makes it better. */
  readonly impact: number;
}

/** What is to be expected (requirement D2). */
export interface Forecast {
  /** Expected for most of the next minute. */
  readonly level: QualityLevel;
  /** 0 to 1. */
  readonly confidence: number;
  /** Of every metric that is known, the strongest first. */
  readonly factors: readonly ForecastFactor[];
  /** Null when there is nothing to do. */
  readonly recommendation: ForecastAdvice | null;
  /** The level of the connection is about to fall, within seconds. */
  readonly isWarning: boolean;
}

/** Forecast of one connection, from its samples in the order in which they were taken. */
export class Forecaster {
  /** Answers null as long as nothing is known. */
  add(sample: ConnectionSample): Forecast | null {
    void sample;
    return null;
  }
}
