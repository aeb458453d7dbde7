// 49 tiles while another one speaks every 100 ms: what is rendered then, and the longest task of the page.
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { bundlePage } from './bundle-pages.mjs';
import { serveFiles } from './servers.mjs';
import { formatTable } from './statistics.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const pages = new Map();
await bundlePage(pages, 'tiles', 'pages/tiles.js');
const files = await serveFiles(pages);
const browser = await launchBrowser();

/** The longest task of the page's main thread, milliseconds: of processor time, and by the clock, which also counts what other programs took. */
function longestTask({ traceEvents }) {
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && mains.has(`${pid} ${tid}`));
  const most = (key) => Math.max(0, ...tasks.map((task) => (task[key] ?? 0) / 1000));
  return { cpu: most('tdur'), wall: most('dur') };
}

try {
  const rows = [];
  for (const hasVideo of [false, true])
    for (const layout of ['auto', 'speaker']) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${files.origin}/tiles`);
      await page.waitForFunction('globalThis.bench');
      await page.evaluate((given) => globalThis.bench.prepare(given), { hasVideo, layout });
      await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
      const { tiles, changes, updates, grid, writes } = await page.evaluate((seconds) => globalThis.bench.run(seconds), Number(values.seconds));
      const { cpu, wall } = longestTask(JSON.parse((await browser.stopTracing()).toString()));
      const menuMs = await page.evaluate(() => globalThis.bench.openMenu());
      rows.push([hasVideo ? 'video' : 'no video', layout, tiles, changes, updates, grid, writes, ...[cpu, wall, menuMs].map((ms) => `${ms.toFixed(1)} ms`)]);
      await page.close();
    }
  console.log(formatTable(['pictures', 'layout', 'tiles', 'changes', 'tile updates', 'grid updates', 'style writes', 'longest task, processor', 'by the clock', 'menu opens in'], rows));
} finally {
  await browser.close();
  files.close();
}
