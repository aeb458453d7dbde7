import type { RatedMetric } from './quality-level.js';
import { scoreLevel } from './score-level.js';

export interface ForecastFactor {
  readonly metric: RatedMetric;
  /** -1 to 1: what this metric does to quality; below 0 it makes the call worse, above 0 it makes it better. */
  readonly impact: number;
}

/** What is below good makes a call worse. */
const NEUTRAL = scoreLevel.lowest('good');
const REACH = 40;

/**
 * How much each metric that is known weighs, the strongest first. Of the score 0 to 100 to be expected of it: 1 at 100,
 * 0 at 60, -1 from 20 down; and of that the share that its weight is of the largest weight.
 */
export function forecastFactors(
  scores: ReadonlyMap<RatedMetric, number>,
  weights: Readonly<Record<RatedMetric, number>>,
): readonly ForecastFactor[] {
  const largest = Math.max(...Object.values(weights));
  const factors = [...scores].map(([metric, score]) => {
    const impact = Math.max(-1, Math.min(1, (score - NEUTRAL) / REACH)) * (weights[metric] / largest);
    return Object.freeze({ metric, impact });
  });
  return Object.freeze(factors.sort((one, other) => Math.abs(other.impact) - Math.abs(one.impact)));
}
