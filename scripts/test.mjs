import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './project/ensure-installed.mjs';
import { findBrowser } from './machine/find-browser.mjs';
import { findWordpress, WORDPRESS_MISSING } from './machine/find-wordpress.mjs';
import { fromRoot } from './project/from-root.mjs';
import { run } from './project/run.mjs';
import { readCounts, readTapTotals } from './test/test-counts.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'nexrtc-test-'));
/** A file of tests that takes longer has hung: it is ended and counted as failed. */
const FILE_LIMIT_MS = 480_000;
const total = { passed: 0, failed: 0 };
const failures = [];

function add(name, { passed, failed, failures: names = [] }) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push([`${name}: ${failed} failed`, ...names].join('\n  '));
}

/** A step that is one check: it counts as one. */
async function check(name, work) {
  console.log(`\n== ${name}`);
  try {
    await work();
    add(name, { passed: 1, failed: 0 });
  } catch (error) {
    console.error(error.message);
    add(name, { passed: 0, failed: 1 });
  }
}

const filesEnding = (folder, ending) => {
  try {
    return readdirSync(fromRoot(folder), { recursive: true }).filter((file) => file.endsWith(ending));
  } catch {
    return [];
  }
};

/** A group of browser tests: counts each test. A run that failed without a failed test counts as one failure. */
async function group(name, ...options) {
  console.log(`\n== ${name} tests`);
  const file = join(scratch, `${name}.json`);
  let isRunOk = true;
  await run('wtr', ['--group', name, ...options], { env: { TEST_COUNT_FILE: file } }).catch(() => {
    isRunOk = false;
  });
  const counts = readCounts(file);
  add(`${name} tests`, isRunOk || counts.failed > 0 ? counts : { ...counts, failed: 1 });
}

/** A group of tests that Node runs itself. */
async function nodeTests(name) {
  console.log(`\n== ${name} tests`);
  const files = filesEnding(`test/${name}`, '.test.mjs').map((file) => `test/${name}/${file}`);
  const tap = join(scratch, `${name}.tap`);
  const reporters = ['spec', 'tap'].flatMap((name) => [
    `--test-reporter=${name}`,
    `--test-reporter-destination=${name === 'tap' ? tap : 'stdout'}`,
  ]);
  await run('node', ['--test', '--test-concurrency=1', `--test-timeout=${FILE_LIMIT_MS}`, ...reporters, ...files]).catch(() => undefined);
  let text = '';
  try {
    text = readFileSync(tap, 'utf8');
  } catch {
    // No summary counts as a failure.
  }
  add(`${name} tests`, readTapTotals(text));
}

try {
  await ensureInstalled();
  console.log(`Browser: ${findBrowser()}`);
  // Here, where an installation may take its time.
  console.log(findWordpress() === null ? WORDPRESS_MISSING : 'WordPress: there');
  await check('lint', () => run('npm', ['run', '--silent', 'lint']));
  await check('types', () => run('npm', ['run', '--silent', 'types']));
  await check('build', () => run('npm', ['run', '--silent', 'build']));
  for (const name of ['unit', 'elements', 'integration']) await group(name);
  await group('firefox', '--config', 'web-test-runner.firefox.config.mjs');
  for (const name of ['package', 'e2e', 'embeds', 'visual']) await nodeTests(name);
} catch (error) {
  console.error(error.message);
  add('set-up', { passed: 0, failed: 1 });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
