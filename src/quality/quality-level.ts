import { QUALITY_LEVELS, type NetworkStats, type QualityLevel } from './network-stats.js';

export interface Rating {
  readonly level: QualityLevel;
  /** Whole number, 0 to 100: 80 and more is excellent, then 60, 40 and 20. */
  readonly score: number;
}

export type RatedStats = Pick<NetworkStats, 'rtt' | 'packetLoss' | 'jitter'>;

/** The worst value of excellent, good, fair and poor, then the value at which nothing is left (requirement D1). */
const LIMITS = {
  rtt: [50, 100, 200, 400, 1000],
  packetLoss: [0.5, 1, 3, 8, 25],
  jitter: [10, 20, 40, 80, 200],
} as const;

const POINTS_A_LEVEL = 20;

/** Score and level of one interval: the worst of the known values; null when none is known. Never better for a worse value. */
export function rate(stats: RatedStats): Rating | null {
  const scores: number[] = [];
  for (const metric of ['rtt', 'packetLoss', 'jitter'] as const) {
    const value = stats[metric];
    if (value !== null && !Number.isNaN(value)) scores.push(scoreOf(value, LIMITS[metric]));
  }
  if (scores.length === 0) return null;
  // Rounded down, so that a score never shows the next better level's number.
  const score = Math.floor(Math.min(...scores));
  return Object.freeze({ level: levelOf(score), score });
}

/** Worse at once, better only after two samples in a row that are better: a level that flickers tells nobody anything. */
export class SteadyRating {
  #current: Rating | null = null;
  #betterSamples = 0;

  get current(): Rating | null {
    return this.#current;
  }

  /** Takes the stats of one interval; answers what to show. The same object as long as nothing changed. */
  add(stats: RatedStats): Rating | null {
    const measured = rate(stats);
    if (measured === null) return this.#current;
    this.#current = this.#steady(measured);
    return this.#current;
  }

  #steady(measured: Rating): Rating {
    const current = this.#current;
    if (current === null || rank(measured.level) >= rank(current.level)) {
      this.#betterSamples = 0;
      return current?.score === measured.score ? current : measured;
    }
    this.#betterSamples += 1;
    if (this.#betterSamples >= 2) {
      this.#betterSamples = 0;
      return measured;
    }
    const best = bestScoreOf(current.level);
    return current.score === best ? current : Object.freeze({ level: current.level, score: best });
  }
}

/** 0 is the best. */
export function rank(level: QualityLevel): number {
  return QUALITY_LEVELS.indexOf(level);
}

function levelOf(score: number): QualityLevel {
  return QUALITY_LEVELS.find((level) => score >= lowestScoreOf(level)) ?? 'critical';
}

function lowestScoreOf(level: QualityLevel): number {
  return 100 - (rank(level) + 1) * POINTS_A_LEVEL;
}

function bestScoreOf(level: QualityLevel): number {
  return level === 'excellent' ? 100 : 100 - rank(level) * POINTS_A_LEVEL - 1;
}

/** Linear between the limits, so that each limit is exactly the lowest score of its level. */
function scoreOf(value: number, limits: readonly number[]): number {
  let from = 0;
  let score = 100;
  for (const to of limits) {
    if (value <= to) return score - POINTS_A_LEVEL * (Math.max(value - from, 0) / (to - from));
    from = to;
    score -= POINTS_A_LEVEL;
  }
  return 0;
}
