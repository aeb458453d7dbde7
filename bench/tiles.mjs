// 49 tiles while another one speaks every 100 ms: what the page does then, and its longest task.
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { bundlePage } from './bundle-pages.mjs';
import { serveFiles } from './servers.mjs';
import { formatTable, percentile } from './statistics.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const seconds = Number(values.seconds);
const pages = new Map();
await bundlePage(pages, 'tiles', 'pages/tiles.js');
const files = await serveFiles(pages);
const browser = await launchBrowser();
try {
  const rows = [];
  for (const hasVideo of [false, true])
    for (const layout of ['auto', 'speaker']) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${files.origin}/tiles`);
      await page.waitForFunction('globalThis.bench');
      const found = await page.evaluate((given) => globalThis.bench(given), { hasVideo, seconds, layout });
      const task = (ms) => (ms === 0 ? 'under 50 ms' : `${ms.toFixed(0)} ms`);
      const times = [`${percentile(found.spent, 95).toFixed(1)} ms`, task(found.longest), task(found.quiet), `${found.menuMs.toFixed(0)} ms`];
      rows.push([hasVideo ? 'video' : 'no video', layout, found.tiles, found.changes, found.updates, found.grid, found.moved, ...times]);
      await page.close();
    }
  console.log(formatTable(['pictures', 'layout', 'tiles', 'changes', 'tile updates', 'grid updates', 'style writes', 'a change, p95', 'longest task', 'and when nobody speaks', 'menu opens in'], rows));
} finally {
  await browser.close();
  files.close();
}
