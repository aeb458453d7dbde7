import { CapacityWatch } from './capacity-watch.js';
import type { ConnectionSample } from './connection-sample.js';
import { forecastAdvice, type ForecastAdvice } from './forecast-advice.js';
import { forecastFactors, type ForecastFactor } from './forecast-factors.js';
import { HoltTrend } from './holt-trend.js';
import type { NetworkStats, QualityLevel } from './network-stats.js';
import { NETWORK_LIMITS, RATED_METRICS, rate, type RatedMetric } from './quality-level.js';
import { RoundTripWatch } from './round-trip-watch.js';
import { scoreLevel } from './score-level.js';
import { scoreWithin } from './score-within.js';

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

const WEIGHTS = { rtt: 0.4, packetLoss: 0.4, jitter: 0.2 } as const;
const STEP_MS = 2000;
/** After longer than this without a sample what was known tells nothing any more. */
const LONGEST_GAP_MS = 20_000;
/** Of a worse score so much counts at once, of a better one so little: trouble lasts, and comes back. */
const FALL = 0.8;
const RISE = 0.03;
/** A minute is seldom as good as its best moment. */
const MINUTE_POINTS = 5;
/** What a line that carries much less than before has still to show. */
const CAPACITY_POINTS = 20;
/** Half of what a line once carried is the measure for so long: 45 seconds for the level, 6 for warnings. */
const LONG_MEMORY = 0.97;
const SHORT_MEMORY = 0.8;
/** Warnings look so far ahead, */
const HORIZON_STEPS = 2.5;
/** for a fall by so many points that has gone on for so many samples. */
const WARNING_POINTS = 2;
const WARNING_COUNT = 3;
/** Where the browser does not tell what the line can carry, one fall by so many points has to do, of a call that is not well any more. */
const DROP_POINTS = 5;
const WELL_POINTS = 80;
/** Where it cannot get much worse there is nothing to warn of. */
const WORST_WARNED = 25;
/** So many samples are needed to be sure. */
const SURE_COUNT = 10;
/** An expectation that is wrong by so much each time is none. */
const SURPRISE_POINTS = 40;
const SURPRISE_SHARE = 0.2;

/**
 * Forecast of one connection, from its samples in the order in which they were taken. The level is of scores that are
 * smoothed, unevenly, and never better for a history that was worse; warnings come from the trend of the scores (Holt) and
 * from the two signs that packets begin to wait. bench/forecast.mjs judges it on recorded calls.
 */
export class Forecaster {
  #trends = new Map<RatedMetric, HoltTrend>();
  #capacity = new CapacityWatch(LONG_MEMORY);
  #recentCapacity = new CapacityWatch(SHORT_MEMORY);
  #roundTrip = new RoundTripWatch();
  #overall = new HoltTrend();
  /** Smoothed. */
  #score: number | null = null;
  #hasEstimates = false;
  /** Of the latest sample by itself; null when it told nothing. */
  #lastScore: number | null = null;
  #surprise = 0;
  #count = 0;
  #lastMs = 0;

  /** Takes one sample; answers null as long as nothing is known. */
  add({ network, elapsedMs, up }: ConnectionSample): Forecast | null {
    if (this.#score !== null && network.timestamp - this.#lastMs > LONGEST_GAP_MS) this.#forget();
    this.#lastMs = network.timestamp;
    const steps = elapsedMs > 0 ? elapsedMs / STEP_MS : 1;
    this.#hasEstimates ||= up.availableBps !== null;
    this.#capacity.add(up.availableBps, steps);
    this.#recentCapacity.add(up.availableBps, steps);
    this.#roundTrip.add(network.rtt, steps);
    const now = rate(network)?.score ?? null;
    if (now !== null) this.#learn(network, now, steps);
    const score = this.#score;
    if (score === null) return null;
    const expected = score - MINUTE_POINTS - (this.#capacity.isLow ? CAPACITY_POINTS : 0);
    const level = scoreLevel.of(Math.max(0, expected));
    const factors = forecastFactors(this.#expectedScores(), WEIGHTS);
    const isWarning = now !== null && this.#isFalling(now);
    this.#lastScore = now;
    const isRising = this.#overall.trend > 0 && this.#overall.steadyCount >= WARNING_COUNT;
    return Object.freeze({
      level,
      confidence: this.#confidence(),
      factors,
      recommendation: forecastAdvice({ level, factors, isWarning, isRising, isCapacityLow: this.#capacity.isLow }),
      isWarning,
    });
  }

  #forget(): void {
    this.#trends = new Map();
    this.#capacity = new CapacityWatch(LONG_MEMORY);
    this.#recentCapacity = new CapacityWatch(SHORT_MEMORY);
    this.#roundTrip = new RoundTripWatch();
    this.#overall = new HoltTrend();
    this.#score = null;
    this.#hasEstimates = false;
    this.#lastScore = null;
    this.#surprise = 0;
    this.#count = 0;
  }

  #learn(network: NetworkStats, score: number, steps: number): void {
    this.#count += 1;
    const before = this.#score ?? score;
    this.#score = before + (1 - (1 - (score < before ? FALL : RISE)) ** steps) * (score - before);
    let [sum, weights] = [0, 0];
    for (const metric of RATED_METRICS) {
      const value = network[metric];
      if (value === null || Number.isNaN(value)) continue;
      const trend = this.#trends.get(metric) ?? new HoltTrend();
      const ofMetric = scoreWithin(value, NETWORK_LIMITS[metric]);
      trend.add(ofMetric, steps);
      this.#trends.set(metric, trend);
      sum += WEIGHTS[metric] * ofMetric;
      weights += WEIGHTS[metric];
    }
    // The worst decides how a call is, the others how soon it will be worse.
    const overall = (score + sum / weights) / 2;
    const expected = this.#overall.after(steps) ?? overall;
    this.#surprise += (Math.abs(overall - expected) - this.#surprise) * SURPRISE_SHARE;
    this.#overall.add(overall, steps);
  }

  #expectedScores(): ReadonlyMap<RatedMetric, number> {
    return new Map([...this.#trends].map(([metric, trend]) => [metric, trend.after(HORIZON_STEPS) ?? 0]));
  }

  #isFalling(now: number): boolean {
    if (now <= WORST_WARNED) return false;
    const { trend, steadyCount } = this.#overall;
    const last = this.#lastScore;
    const hasDropped = !this.#hasEstimates && last !== null && last <= WELL_POINTS && now < last - DROP_POINTS;
    return (
      hasDropped ||
      this.#recentCapacity.isLow ||
      this.#roundTrip.isLong ||
      (steadyCount >= WARNING_COUNT && -trend * HORIZON_STEPS >= WARNING_POINTS)
    );
  }

  /** Little when much is unknown, when little was seen, and when what was expected did not come. */
  #confidence(): number {
    const known = RATED_METRICS.reduce((sum, metric) => sum + (this.#trends.has(metric) ? WEIGHTS[metric] : 0), 0);
    const seen = Math.min(1, this.#count / SURE_COUNT);
    return Math.max(0, Math.min(1, known * seen * (1 - this.#surprise / SURPRISE_POINTS)));
  }
}
