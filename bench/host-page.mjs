import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { serveFiles } from './servers.mjs';
import { formatTable, median } from './statistics.mjs';

const root = new URL('..', import.meta.url).pathname;
const SLOWDOWN = 4;
/** What a page does of itself is done by then, slowed down too. */
const REST_MS = 4000;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });

const page = (
  tag,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host page</title>
<link rel="stylesheet" href="/themes/placeholder.css">
<h1>A page with words on it</h1><p>${'Some words that a visitor reads. '.repeat(60)}</p>${tag}<p>${'And more of them. '.repeat(60)}</p>`;
const TAG = '<nex-call room="host-page"></nex-call><script type="module" src="/cdn/nexrtc.js"></script>';

/** Runs in the page before its scripts. */
const WATCH = () => {
  globalThis.seen = { longTasks: [], shift: 0, lcpMs: 0 };
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('longtask', ({ duration }) => globalThis.seen.longTasks.push(duration));
  watch('layout-shift', ({ value }) => (globalThis.seen.shift += value));
  watch('largest-contentful-paint', ({ startTime }) => (globalThis.seen.lcpMs = startTime));
};

async function sample(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const requests = [];
    tab.on('request', (request) => requests.push(new URL(request.url())));
    await tab.addInitScript(WATCH);
    await tab.goto(url);
    await tab.waitForTimeout(REST_MS);
    const { longTasks, shift, lcpMs } = await tab.evaluate(() => globalThis.seen);
    const own = requests.filter(({ pathname }) => pathname.startsWith('/cdn/'));
    return {
      scripts: own.length,
      otherHosts: requests.filter(({ origin }) => origin !== new URL(url).origin).length,
      shift,
      longTasks: longTasks.length,
      longestMs: Math.max(0, ...longTasks),
      blockedMs: longTasks.reduce((sum, duration) => sum + duration - 50, 0),
      lcpMs,
    };
  } finally {
    await context.close();
  }
}

const files = await serveFiles(
  new Map([
    ['/without', page('')],
    ['/with', page(TAG)],
  ]),
  { '/cdn/': `${root}dist/cdn`, '/themes/': `${root}dist/themes` },
);
const browser = await launchBrowser();
const taken = { without: [], with: [] };
try {
  // The first page of a browser is slower than all others.
  await sample(browser, `${files.origin}/without`);
  for (let run = 0; run < Number(values.runs); run += 1)
    for (const name of Object.keys(taken)) taken[name].push(await sample(browser, `${files.origin}/${name}`));
} finally {
  await browser.close();
  files.close();
}
const of = (name, member) => median(taken[name].map((each) => each[member]));
const FIGURES = [
  ['files of the script', 'scripts', 0],
  ['requests to other hosts', 'otherHosts', 0],
  ['layout shift', 'shift', 4],
  ['tasks over 50 ms', 'longTasks', 0],
  ['longest of them, ms', 'longestMs', 0],
  ['blocked by them, ms', 'blockedMs', 0],
  ['largest paint, ms', 'lcpMs', 0],
];
const rows = FIGURES.map(([what, member, digits]) => {
  const [bare, tagged] = ['without', 'with'].map((name) => of(name, member));
  return [what, bare.toFixed(digits), tagged.toFixed(digits), bare === 0 ? '–' : (tagged / bare).toFixed(2)];
});
process.stdout.write(`A page before joining, slowed down ${SLOWDOWN} times, median of ${values.runs}\n\n`);
process.stdout.write(`${formatTable(['figure', 'without the tag', 'with it', 'ratio'], rows)}\n`);
