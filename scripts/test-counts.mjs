import { readFileSync } from 'node:fs';

/** The figures that a run left in `file`; a run that ended before it could write them counts as one failure. */
export function readCounts(file) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Reads the totals of `node --test` from its TAP summary. */
export function readTapTotals(tap) {
  const figure = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? NaN);
  const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map(figure);
  return Number.isNaN(passed) || Number.isNaN(failed) ? { passed: 0, failed: 1 } : { passed, failed: failed + (cancelled || 0) };
}
