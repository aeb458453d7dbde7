import type { QualityLevel } from '../../../src/quality/network-stats.js';
import { rank, rate } from '../../../src/quality/quality-level.js';
import { SteadyScore } from '../../../src/quality/steady-score.js';
import type { Oracle } from './judge-forecast.js';

/** "It stays as it is": the level of the last sample; warns when that is worse than it was in the sample before. */
export const lastSample: Oracle = () => {
  let before: QualityLevel | null = null;
  return ({ network }) => {
    const level = rate(network)?.level ?? before;
    const isWarning = level !== null && before !== null && rank(level) > rank(before);
    before = level;
    return level === null ? null : { level, isWarning };
  };
};

/** The same of the level that is shown, which is smoothed and held. */
export const shownLevel: Oracle = () => {
  const steady = new SteadyScore();
  let before: QualityLevel | null = null;
  return ({ network, elapsedMs }) => {
    const now = rate(network);
    const level = now === null ? before : steady.add(now.score, elapsedMs).level;
    const isWarning = level !== null && before !== null && rank(level) > rank(before);
    before = level;
    return level === null ? null : { level, isWarning };
  };
};
