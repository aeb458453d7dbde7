import type { TimedPoint } from './plot-history.js';

/** One line of a plot in numbers; null is unknown. */
export interface PlotSummary {
  readonly now: number | null;
  readonly average: number | null;
  readonly worst: number | null;
}

export function plotSummary(points: readonly TimedPoint<number | null>[], worst: 'most' | 'least'): PlotSummary {
  const known = points.map(({ point }) => point).filter((value) => value !== null);
  if (known.length === 0) return { now: null, average: null, worst: null };
  return {
    now: points.at(-1)?.point ?? null,
    average: known.reduce((sum, value) => sum + value, 0) / known.length,
    worst: worst === 'most' ? Math.max(...known) : Math.min(...known),
  };
}
