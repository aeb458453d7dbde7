export type ForecastMetric = 'rtt' | 'packetLoss' | 'jitter';

export interface ForecastFactor {
  readonly metric: ForecastMetric;
  /** -1 to 1: what this metric does to quality; below 0 it makes the call worse, above 0 it makes it better. */
  readonly impact: number;
}

/** The lowest score that is good: what is below it makes a call worse. */
const NEUTRAL = 60;
const REACH = 40;

/**
 * How much each metric that is known weighs, the strongest first. Of the score 0 to 100 to be expected of it: 1 at 100,
 * 0 at 60, -1 from 20 down; and of that the share that its weight is of the largest weight.
 */
export function forecastFactors(
  scores: ReadonlyMap<ForecastMetric, number>,
  weights: Readonly<Record<ForecastMetric, number>>,
): readonly ForecastFactor[] {
  const largest = Math.max(...Object.values(weights));
  const factors = [...scores].map(([metric, score]) => {
    const impact = Math.max(-1, Math.min(1, (score - NEUTRAL) / REACH)) * (weights[metric] / largest);
    return Object.freeze({ metric, impact });
  });
  return Object.freeze(factors.sort((one, other) => Math.abs(other.impact) - Math.abs(one.impact)));
}
