import { POINTS_A_LEVEL } from './score-level.js';

/**
 * 100 to 0 for a value that is the better the smaller it is. Linear between the limits, which are the worst values of
 * excellent, good, fair and poor, and that at which nothing is left: each is exactly the lowest score of its level.
 */
export function scoreWithin(value: number, limits: readonly number[]): number {
  let from = 0;
  let score = 100;
  for (const to of limits) {
    if (value <= to) return score - POINTS_A_LEVEL * (Math.max(value - from, 0) / (to - from));
    from = to;
    score -= POINTS_A_LEVEL;
  }
  return 0;
}
