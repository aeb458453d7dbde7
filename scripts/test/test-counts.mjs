import { readFileSync } from 'node:fs';

/** The figures that a run left in `file`; a run that ended before it could write them counts as one failure. */
export function readCounts(file) {
  try {
    const { passed, failed, failures = [] } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed, failures };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

/** Reads the totals of `node --test` from its TAP summary, and the names of what failed. */
export function readTapTotals(tap) {
  const figure = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? NaN);
  const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map(figure);
  const failures = [...tap.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name);
  return Number.isNaN(passed) || Number.isNaN(failed)
    ? { passed: 0, failed: 1, failures: [] }
    : { passed, failed: failed + (cancelled || 0), failures };
}
