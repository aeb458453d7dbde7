import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { webrtcAdapterStub } from '../test/support/webrtc-adapter-stub.mjs';
import { launchBrowser, openParticipant } from './browser.mjs';
import { bundlePage } from './bundle-pages.mjs';
import { serveFiles, startSignalling } from './servers.mjs';
import { formatTable, percentile } from './statistics.mjs';

const FLOOR_MS = 50;
const AIM_MS = 5;
/** Most of it is the browser's stopping of the capture; counted by itself, not in the last row. */
const WHOLE = 'media_stream_removed, own, in all';
const CAUSES = {
  media_stream_added: "the other's message arrives",
  media_stream_removed: "the other's message arrives",
  'media_stream_added, own': 'the browser hands over the capture',
  'media_stream_removed, own': 'the browser has stopped the capture',
  [WHOLE]: 'toggleAudio() or leaveRoom() is called; the capture is stopped first',
  network_stats_updated: 'the browser answers getStats()',
  participant_left: "the other's last message arrives",
  connection_closed: 'leaveRoom() is called',
};

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000' },
    leaves: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
});

const pages = new Map();
await bundlePage(pages, 'core-latency', 'pages/core-latency.js', [webrtcAdapterStub]);
const files = await serveFiles(pages);
const signalling = await startSignalling();
const browser = await launchBrowser();
try {
  const room = `bench-${randomUUID()}`;
  const [listener, actor] = [await openParticipant(browser), await openParticipant(browser)].map(({ page }) => page);
  for (const page of [listener, actor]) {
    await page.goto(`${files.origin}/core-latency`);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    await page.evaluate((given) => globalThis.bench.join(given), { url: `http://127.0.0.1:${signalling.port}/`, room });
  }
  const meet = () => Promise.all([listener, actor].map((page) => page.waitForFunction(() => globalThis.bench.others === 1)));
  await meet();
  await listener.evaluate(() => globalThis.bench.count(true));
  await actor.evaluate((times) => globalThis.bench.toggle(times), Number(values.events));
  await listener.evaluate(() => globalThis.bench.count(false));
  for (let leave = 0; leave < Number(values.leaves); leave += 1) {
    await actor.evaluate(() => globalThis.bench.leaveAndJoin());
    await meet();
  }
  const [heard, acted] = await Promise.all([listener, actor].map((page) => page.evaluate(() => globalThis.bench.samples)));
  const all = { ...acted, ...heard };
  // Each page has these; what the actor did is in the actor's.
  for (const event of Object.keys(CAUSES).filter((name) => /own|closed/.test(name))) all[event] = acted[event] ?? [];
  const rows = Object.entries(CAUSES).map(([event, cause]) => row(event, cause, all[event] ?? []));
  rows.push(
    row(
      'all',
      '',
      Object.keys(CAUSES).flatMap((event) => (event === WHOLE ? [] : (all[event] ?? []))),
    ),
  );
  const header = ['event', 'cause', 'floor ms', 'aim ms (p99)', 'p50 ms', 'p99 ms', 'most ms', 'events'];
  process.stdout.write(`\nFrom cause to callback\n\n${formatTable(header, rows)}\n\nLoad of the machine: ${loadavg()[0].toFixed(1)}\n`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`);
} finally {
  await browser.close();
  files.close();
}
// PeerServer has no way to be closed that also ends its own timers.
process.exit(0);

function row(event, cause, list) {
  const show = (value) => (value === null ? '–' : value.toFixed(2));
  const [p50, p99, most] = [50, 99, 100].map((share) => show(percentile(list, share)));
  return [event, cause, FLOOR_MS, AIM_MS, p50, p99, most, list.length];
}
