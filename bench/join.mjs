import { randomUUID } from 'node:crypto';
import { webrtcAdapterStub } from '../test/support/webrtc-adapter-stub.mjs';
import { bundlePage } from './bundle-pages.mjs';
import { launchBrowser, openParticipant } from './browser.mjs';
import { serveFiles, startDelayProxy, startSignalling } from './servers.mjs';
import { formatTable, median } from './statistics.mjs';

const SAMPLE_TIMEOUT_MS = 10_000;
const CONDITIONS = [
  { name: 'no delay', latencyMs: 0, isServerDelayed: false },
  { name: 'path 100 ms', latencyMs: 25, isServerDelayed: false },
  { name: 'path and server 100 ms', latencyMs: 25, isServerDelayed: true },
];
const SERVER_DELAY_MS = 50;

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${SAMPLE_TIMEOUT_MS} ms`)), SAMPLE_TIMEOUT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** One join of the last of `size` participants. Bare pairs live in one page. */
async function sample({ origin, variant, participants, size, latencyMs, server }) {
  const room = `bench-${randomUUID()}`;
  const used = participants.slice(0, variant === 'bare-pairs' ? 1 : size);
  try {
    for (const [index, participant] of used.entries()) {
      await participant.shape(latencyMs);
      await participant.page.goto(`${origin}/${variant}`);
      await participant.page.waitForFunction(() => globalThis.bench !== undefined);
      await participant.page.evaluate((given) => globalThis.bench.prepare(given), { room, server, isFirst: index === 0 });
    }
    const last = used.at(-1);
    for (const [index, { page }] of used.slice(0, -1).entries()) {
      await within(
        page.evaluate((expected) => globalThis.bench.join(expected), index),
        `joining as number ${index + 1}`,
      );
    }
    for (const { page } of used.slice(0, -1)) {
      await page.waitForFunction((expected) => globalThis.bench.seen >= expected, size - 2, { timeout: SAMPLE_TIMEOUT_MS });
    }
    const times = await within(
      last.page.evaluate((expected) => globalThis.bench.join(expected), size - 1),
      'the last join',
    );
    return { ...times, roundTripMs: await settledRoundTripMs(last) };
  } finally {
    for (const participant of used) await participant.release();
  }
}

/** The first values of a connection are of its busiest moment. */
async function settledRoundTripMs(participant) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return participant.roundTripMs();
}

async function bundleVariants() {
  const pages = new Map();
  const variants = [];
  const wanted = [
    ['nexrtc', 'pages/nexrtc.js', [webrtcAdapterStub]],
    ['plain-mesh', 'plain-mesh/plain-mesh.js', []],
    ['bare-pairs', 'pages/bare-pairs.js', []],
  ];
  for (const [name, entry, plugins] of wanted) {
    try {
      await bundlePage(pages, name, entry, plugins);
      variants.push(name);
    } catch (error) {
      process.stderr.write(`${name} is left out, it does not bundle: ${error.message}\n`);
    }
  }
  return { pages, variants };
}

/** Takes every sample; interleaved, so that a busy moment of the machine hits every variant. */
export async function measureJoin({ runs, sizes, hasServerDelay }) {
  const { pages, variants } = await bundleVariants();
  const files = await serveFiles(pages);
  const signalling = await startSignalling();
  const proxy = await startDelayProxy(signalling.port, SERVER_DELAY_MS);
  const browser = await launchBrowser();
  const samples = [];
  try {
    const participants = [];
    for (let index = 0; index < Math.max(...sizes); index += 1) participants.push(await openParticipant(browser));
    for (const condition of CONDITIONS.filter(({ isServerDelayed }) => hasServerDelay || !isServerDelayed)) {
      const server = `http://127.0.0.1:${condition.isServerDelayed ? proxy.port : signalling.port}/`;
      for (const size of sizes) {
        for (let run = 0; run < runs; run += 1) {
          for (const variant of variants) {
            const key = { condition: condition.name, size, run, variant };
            const options = { origin: files.origin, variant, participants, size, latencyMs: condition.latencyMs, server };
            try {
              samples.push({ ...key, ...(await sample(options)) });
            } catch (error) {
              samples.push({ ...key, error: error.message.split('\n')[0] });
            }
          }
        }
      }
    }
  } finally {
    await browser.close();
    proxy.close();
    files.close();
  }
  return samples;
}

export function formatJoin(samples) {
  const cells = groupBy(samples, cellOf);
  const rows = [];
  for (const [cell, taken] of cells) {
    const [condition, size, variant] = cell.split('|');
    const good = taken.filter(({ error }) => error === undefined);
    const plain = (cells.get([condition, size, 'plain-mesh'].join('|')) ?? []).filter(({ error }) => error === undefined);
    const of = (list, member) => median(list.map((entry) => entry[member]).filter((value) => value !== null));
    const ratio = (member) => (good.length > 0 && plain.length > 0 ? (of(good, member) / of(plain, member)).toFixed(2) : '–');
    const show = (value) => (value === null ? '–' : Math.round(value));
    rows.push([condition, size, variant, show(of(good, 'firstMs')), show(of(good, 'allMs')), ratio('firstMs'), ratio('allMs')]);
    rows.at(-1).push(show(of(good, 'roundTripMs')), `${good.length}/${taken.length}`);
  }
  const header = ['condition', 'people', 'variant', 'first ms', 'all ms', 'first ÷ plain', 'all ÷ plain', 'measured rtt ms', 'joined'];
  const faults = new Set(samples.filter(({ error }) => error).map(({ variant, error }) => `${variant}: ${error}`));
  return [formatTable(header, rows), ...faults].join('\n');
}

function cellOf({ condition, size, variant }) {
  return [condition, size, variant].join('|');
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const entry of list) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
