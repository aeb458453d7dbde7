import { writeFileSync } from 'node:fs';

const countIn = (suite) => {
  const own = (suite?.tests ?? []).filter((test) => !test.skipped);
  const inner = (suite?.suites ?? []).map(countIn);
  return {
    passed: own.filter((test) => test.passed).length + inner.reduce((sum, part) => sum + part.passed, 0),
    failed: own.filter((test) => !test.passed).length + inner.reduce((sum, part) => sum + part.failed, 0),
  };
};

/** The figures of a run: a file that did not load or threw outside its tests counts as one failure. */
export function countSessions(sessions) {
  const total = { passed: 0, failed: 0 };
  for (const session of sessions) {
    const { passed, failed } = countIn(session.testResults);
    total.passed += passed;
    total.failed += failed;
    if (!session.passed && failed === 0) total.failed += 1;
  }
  return total;
}

/** Writes `{ passed, failed }` to the file that `TEST_COUNT_FILE` names, for `npm test` to add up. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const file = process.env.TEST_COUNT_FILE;
      if (file) writeFileSync(file, JSON.stringify(countSessions(sessions)));
    },
  };
}
