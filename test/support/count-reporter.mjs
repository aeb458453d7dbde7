import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** All tests of a suite with those of the suites inside, each under its full name. */
function testsIn(suite, path = []) {
  const inner = (suite?.suites ?? []).flatMap((part) => testsIn(part, [...path, part.name]));
  const own = (suite?.tests ?? [])
    .filter((test) => !test.skipped)
    .map(({ name, passed }) => ({ name: [...path, name].join(' > '), passed }));
  return [...own, ...inner];
}

/** Why a file failed whose tests did not, in one line: it is said again at the end of `npm test`. */
const whyFailed = ({ errors = [], request404s = [] }) =>
  [...errors.map(({ message }) => message.split('\n')[0]), ...request404s.map((path) => `not found: ${path}`)].join('; ');

/** The figures of a run and the names of what failed: a file that did not load or threw outside its tests counts as one failure. */
export function countSessions(sessions) {
  let passed = 0;
  const failures = [];
  for (const session of sessions) {
    const tests = testsIn(session.testResults);
    const failed = tests.filter((test) => !test.passed).map(({ name }) => name);
    if (!session.passed && failed.length === 0) failed.push(`(outside of its tests) ${whyFailed(session)}`);
    passed += tests.length - tests.filter((test) => !test.passed).length;
    const file = relative(process.cwd(), session.testFile ?? '');
    failures.push(...failed.map((name) => `${file}: ${name}`));
  }
  return { passed, failed: failures.length, failures };
}

/** Writes `{ passed, failed, failures }` to the file that `TEST_COUNT_FILE` names, for `npm test` to add up. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const file = process.env.TEST_COUNT_FILE;
      if (file) writeFileSync(file, JSON.stringify(countSessions(sessions)));
    },
  };
}
