import type { ConnectionSample } from '../../../src/quality/connection-sample.js';
import { rank, rate } from '../../../src/quality/quality-level.js';
import type { QualityLevel } from '../../../src/quality/network-stats.js';
import { scoreLevel } from '../../../src/quality/score-level.js';

/** Said after each sample: how the next minute will be, and whether trouble is about to come. Null: nothing yet. */
export interface Said {
  readonly level: QualityLevel;
  readonly isWarning: boolean;
}
/** Makes what says so, for one connection. */
export type Oracle = () => (sample: ConnectionSample) => Said | null;

export interface Verdict {
  readonly troubles: number;
  readonly warnings: number;
  /** Share of the warnings after which trouble came. */
  readonly precision: number;
  /** Share of the troubles that were warned of before they came. */
  readonly recall: number;
  readonly medianLeadMs: number;
  /** In ten minutes. */
  readonly falseIn10Min: number;
  /** In ten minutes of what was good or better. */
  readonly falseIn10GoodMin: number;
  /** Share of the samples after which the level of the next minute was said rightly, and said at most one level wrong. */
  readonly accuracy: number;
  /** By how many levels it was wrong, on average. */
  readonly levelsOff: number;
}

/** Samples before that tell how it was, and after that tell how it is. */
const BEFORE = 5;
const AFTER = 3;
/** A fall that is no wavering at the border of two levels. */
const FALL_POINTS = 10;
/** So long before trouble a warning is of that trouble. */
const WINDOW_MS = 12_000;
/** A warning that comes with the trouble is no forecast, but not wrong either. */
const LATE_MS = 6000;
const MINUTE_MS = 60_000;
/** Of the next minute, so much must have been recorded. */
const LEAST_MS = 24_000;

/** How right an oracle is on recorded connections. */
export function judgeForecast(connections: readonly (readonly ConnectionSample[])[], oracle: Oracle): Verdict {
  const leads: number[] = [];
  const sums = { troubles: 0, right: 0, wrong: 0, wrongInGood: 0, goodMs: 0, allMs: 0, said: 0, levelRight: 0, levelsOff: 0 };
  for (const samples of connections) {
    const says = oracle();
    const said = samples.map((sample) => says(sample));
    const scores = samples.map(({ network }) => rate(network)?.score ?? null);
    const times = samples.map(({ network }) => network.timestamp);
    const troubles = troublesOf(scores, times);
    const warnings = warningsOf(said, times);
    sums.troubles += troubles.length;
    for (const trouble of troubles) {
      const at = times[trouble] ?? 0;
      const first = said.findIndex(
        (now, index) => now?.isWarning === true && isWithin(times[index], at - WINDOW_MS, at - 1) && index >= BEFORE,
      );
      if (first >= 0) leads.push(at - (times[first] ?? 0));
    }
    for (const warning of warnings) {
      const at = times[warning] ?? 0;
      const isRight = troubles.some((trouble) => isWithin(times[trouble], at + 1, at + WINDOW_MS));
      const isLate = troubles.some((trouble) => isWithin(times[trouble], at - LATE_MS, at));
      if (isRight) sums.right += 1;
      else if (!isLate && at + WINDOW_MS <= (times.at(-1) ?? 0)) {
        const isGood = isGoodBefore(scores, warning);
        sums.wrong += 1;
        if (isGood) sums.wrongInGood += 1;
      }
    }
    samples.forEach(({ elapsedMs }, index) => {
      if (index >= BEFORE) sums.allMs += elapsedMs;
      if (index >= BEFORE && isGoodBefore(scores, index)) sums.goodMs += elapsedMs;
      const truth = minuteAfter(scores, times, index);
      const now = said[index];
      if (truth === null || now == null || index < BEFORE) return;
      const off = Math.abs(rank(now.level) - rank(truth));
      sums.said += 1;
      sums.levelsOff += off;
      if (off === 0) sums.levelRight += 1;
    });
  }
  return {
    troubles: sums.troubles,
    warnings: sums.wrong + sums.right,
    precision: share(sums.right, sums.right + sums.wrong),
    recall: share(leads.length, sums.troubles),
    medianLeadMs: median(leads) ?? 0,
    falseIn10Min: share(sums.wrong * 600_000, sums.allMs),
    falseIn10GoodMin: share(sums.wrongInGood * 600_000, sums.goodMs),
    accuracy: share(sums.levelRight, sums.said),
    levelsOff: share(sums.levelsOff, sums.said),
  };
}

/** Where warnings begin; one that stays is another one each time that what it warned of has not come. */
function warningsOf(said: readonly (Said | null)[], times: readonly number[]): readonly number[] {
  const found: number[] = [];
  said.forEach((now, index) => {
    if (now?.isWarning !== true || index < BEFORE) return;
    const last = found.at(-1);
    const isNew = said[index - 1]?.isWarning !== true || last === undefined;
    if (isNew || (times[index] ?? 0) - (times[last] ?? 0) > WINDOW_MS) found.push(index);
  });
  return found;
}

/** Where a connection falls to a worse level and stays there for a while. */
function troublesOf(scores: readonly (number | null)[], times: readonly number[]): readonly number[] {
  const found: number[] = [];
  scores.forEach((score, index) => {
    if (index < BEFORE || index + AFTER > scores.length || score === null) return;
    const before = median(scores.slice(index - BEFORE, index));
    const after = median(scores.slice(index, index + AFTER));
    if (before === null || after === null || Math.max(after, score) > before - FALL_POINTS) return;
    if (scoreLevel.of(after) === scoreLevel.of(before)) return;
    const last = found.at(-1);
    if (last === undefined || (times[index] ?? 0) - (times[last] ?? 0) > WINDOW_MS) found.push(index);
  });
  return found;
}

function minuteAfter(scores: readonly (number | null)[], times: readonly number[], index: number): QualityLevel | null {
  const at = times[index] ?? 0;
  if ((times.at(-1) ?? 0) - at < LEAST_MS) return null;
  const score = median(scores.filter((_, other) => isWithin(times[other], at + 1, at + MINUTE_MS)));
  return score === null ? null : scoreLevel.of(score);
}

function isGoodBefore(scores: readonly (number | null)[], index: number): boolean {
  const before = median(scores.slice(Math.max(0, index - BEFORE), index));
  return before !== null && rank(scoreLevel.of(before)) <= rank('good');
}

function isWithin(value: number | undefined, from: number, to: number): boolean {
  return value !== undefined && value >= from && value <= to;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The lower of the two in the middle. */
function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
  return sorted[(sorted.length - 1) >> 1] ?? null;
}
