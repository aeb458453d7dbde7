import { QUALITY_LEVELS, type NetworkStats, type QualityLevel } from './network-stats.js';
import { scoreLevel } from './score-level.js';
import { scoreWithin } from './score-within.js';

export interface Rating {
  readonly level: QualityLevel;
  /** Whole number, 0 to 100: 80 and more is excellent, then 60, 40 and 20. */
  readonly score: number;
}

/** What a connection is rated by, of its public figures. */
export const RATED_METRICS = ['rtt', 'packetLoss', 'jitter'] as const;
export type RatedMetric = (typeof RATED_METRICS)[number];
export type RatedStats = Pick<NetworkStats, RatedMetric>;

/** The worst value of excellent, good, fair and poor, then the value at which nothing is left (requirement D1). */
export const NETWORK_LIMITS = {
  rtt: [50, 100, 200, 400, 1000],
  packetLoss: [0.5, 1, 3, 8, 25],
  jitter: [10, 20, 40, 80, 200],
} as const satisfies Readonly<Record<RatedMetric, readonly number[]>>;

/** Score and level of one interval: the worst of the known values; null when none is known. Never better for a worse value. */
export function rate(stats: RatedStats): Rating | null {
  const scores: number[] = [];
  for (const metric of RATED_METRICS) {
    const value = stats[metric];
    if (value !== null && !Number.isNaN(value)) scores.push(scoreWithin(value, NETWORK_LIMITS[metric]));
  }
  if (scores.length === 0) return null;
  // Rounded down, so that a score never shows the next better level's number.
  const score = Math.floor(Math.min(...scores));
  return Object.freeze({ level: scoreLevel.of(score), score });
}

/** 0 is the best. */
export function rank(level: QualityLevel): number {
  return QUALITY_LEVELS.indexOf(level);
}
