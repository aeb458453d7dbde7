// Records what `getStats()` says of real calls while their networks drift: `node bench/record-traces.mjs [--out FOLDER]`.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { newRoom, pause } from '../test/e2e/lab/scene.mjs';
import { Stage, allConnected } from '../test/e2e/stage.mjs';
import { drift, seeded } from './traces/drift.mjs';
import { COLUMNS, WATCH } from './traces/watch.mjs';

const PERIOD_MS = 2_000;
const STEP_MS = 200;
const PARTICIPANTS = 3;
/** A connection that was made anew soon after it began tells of little but its beginning. */
const LEAST_ROWS = 20;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'test/support/traces' },
    seconds: { type: 'string', default: '75' },
    calls: { type: 'string', default: '3' },
    // For a busy machine, as root: otherwise the traces tell of the machine and not of the network.
    priority: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
});

/** Round trip in milliseconds, loss in percent of each direction, rate of each direction: where the drift comes from. */
const SHAPES = [
  { id: 'excellent', roundTripMs: 20, loss: 0, kbps: 20_000 },
  { id: 'wifi', roundTripMs: 60, loss: 0.5, kbps: 10_000 },
  { id: '4g', roundTripMs: 120, loss: 1, kbps: 5_000 },
  { id: '3g', roundTripMs: 300, loss: 2, kbps: 750 },
].filter(({ id }) => values.only === '' || values.only.split(',').includes(id));

/** The page of one side: half of the shape, which drifts by itself. */
async function enter(stage, browser, room, shape, seed) {
  const half = { latencyMs: shape.roundTripMs / 4, packetLoss: shape.loss / 2, kbps: shape.kbps };
  const url = await stage.hostPage({ room, attributes: 'video-quality="low" style="display: none"' });
  const visitor = await browser.visit(url, { initScript: WATCH, shape: { ...half, latencyMs: Math.max(1, half.latencyMs) } });
  return { visitor, walk: drift(half, seeded(seed)), noise: seeded(seed + 7), now: half };
}

/** Shapes the page anew, many times a second: a delay that wavers is what jitter comes from. */
async function keepShaping(side, isOver) {
  for (let at = Date.now(); !isOver(); at += STEP_MS) {
    side.now = side.walk(STEP_MS / 1_000);
    const { latencyMs, spreadMs, packetLoss, kbps } = side.now;
    const waver = -Math.log(1 - side.noise()) * spreadMs;
    await side.visitor.shape({ latencyMs: Math.max(1, latencyMs + waver), packetLoss, kbps });
    await pause(Math.max(0, at + STEP_MS - Date.now()));
  }
}

async function watch(side, endAt, traces) {
  for (let at = Date.now(); at < endAt; at += PERIOD_MS) {
    const { latencyMs, spreadMs, packetLoss, kbps } = side.now;
    const shape = [Math.round(latencyMs), Math.round(spreadMs), Math.round(packetLoss * 10) / 10, Math.round(kbps)];
    for (const [index, row] of await side.visitor.page.evaluate('globalThis.watchRows()')) (traces[index] ??= []).push([...row, ...shape]);
    await pause(Math.max(0, at + PERIOD_MS - Date.now()));
  }
}

/** Threads have priorities of their own, which the browser gives them anew; and so has, on Linux, each session (autogroup). */
async function keepPriority(browser, isOver) {
  if (values.priority === '0') return;
  while (!isOver()) {
    for (const pid of [process.pid, ...(await browser.pids(''))]) prefer(pid);
    await pause(3_000);
  }
}

function prefer(pid) {
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) setPriority(Number(thread), Number(values.priority));
    const session = `/proc/${pid}/autogroup`;
    if (existsSync(session)) writeFileSync(session, values.priority);
  } catch {
    // It has ended meanwhile.
  }
}

async function call(shape, number) {
  const stage = await Stage.open();
  try {
    const browser = await stage.browser();
    const room = newRoom();
    const seed = 1_000 * (SHAPES.indexOf(shape) + 1) + 10 * number;
    const sides = [];
    for (let index = 0; index < PARTICIPANTS; index += 1) sides.push(await enter(stage, browser, room, shape, seed + index));
    let isOver = false;
    const hasPriority = keepPriority(browser, () => isOver);
    for (const { visitor } of sides) await visitor.join();
    await allConnected(sides.map(({ visitor }) => visitor));
    const endAt = Date.now() + 1_000 * Number(values.seconds);
    const traces = sides.map(() => []);
    await Promise.all(sides.flatMap((side, index) => [keepShaping(side, () => Date.now() > endAt), watch(side, endAt, traces[index])]));
    isOver = true;
    await hasPriority;
    for (const [index, connections] of traces.entries()) {
      const lasting = connections.filter((rows) => rows.length >= LEAST_ROWS);
      for (const [connection, rows] of lasting.entries())
        await write(`${shape.id}-${number}${'abc'[index]}${connection}`, { shape: shape.id, call: number, rows });
    }
  } finally {
    await stage.close();
  }
}

async function write(name, { shape, call: number, rows }) {
  const lines = [{ shape, call: number, columns: COLUMNS }, ...rows].map((line) => JSON.stringify(line));
  await mkdir(values.out, { recursive: true });
  await writeFile(`${values.out}/${name}.jsonl`, `${lines.join('\n')}\n`);
  console.log(new Date().toISOString(), name, rows.length);
}

// One call after the other: a machine of two cores carries no more without telling of itself.
for (let number = 0; number < Number(values.calls); number += 1)
  for (const shape of SHAPES) {
    try {
      await call(shape, number);
    } catch (error) {
      console.error('failed', shape.id, number, error.message.split('\n')[0]);
    }
  }
