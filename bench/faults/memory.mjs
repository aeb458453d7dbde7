import { readFileSync } from 'node:fs';
import { until } from '../../test/e2e/stage.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';
import { arrive, join, newRoom, pause, settle } from '../../test/e2e/lab/scene.mjs';

const WARM_UP_JOINS = 10;
const REST_MS = 3_000;
const MEGABYTE = 1024 * 1024;

/** Memory that only the processes of this browser's pages use, in MB. */
async function privateMegabytes(browser) {
  const kilobytes = (await browser.pids('renderer')).map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce((sum, [, value]) => sum + Number(value), 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

async function heap(visitor) {
  const session = await visitor.devtools();
  for (let turn = 0; turn < 2; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { megabytes: usedSize / MEGABYTE, nodes, jsEventListeners };
}

const growth = {
  id: 'memory-growth',
  fault: 'a hundred joins and leaves (or --cycles)',
  runs: () => 1,
  figures: [
    { key: 'heapMB', what: 'JavaScript heap grown (after collection, ten joins to warm up first)', aim: '1 MB', aimMs: 1, unit: 'MB' },
    { key: 'processMB', what: "the page's process grown", unit: 'MB' },
    { key: 'listeners', what: 'listeners grown', aim: '20', aimMs: 20, unit: '' },
    { key: 'nodes', what: 'nodes grown', aim: '40', aimMs: 40, unit: '' },
    { key: 'open', what: 'connections left open', aim: '0', aimMs: 0, unit: '' },
  ],
  async run(stage, { cycles }) {
    const room = newRoom();
    const [watched, others] = [await stage.browser(), await stage.browser()];
    const ana = await arrive(stage, others, { room });
    await join(ana);
    const ben = await arrive(stage, watched, { room });
    const visit = async () => {
      await ben.join();
      await until(async () => (await ben.state()).others.some(({ connection }) => connection === 'connected'), 'connected');
      await ben.leave();
    };
    for (let count = 0; count < WARM_UP_JOINS; count += 1) await visit();
    await pause(REST_MS);
    const [before, processBefore] = [await heap(ben), await privateMegabytes(watched)];
    for (let count = 0; count < cycles; count += 1) await visit();
    await pause(REST_MS);
    const [after, processAfter] = [await heap(ben), await privateMegabytes(watched)];
    return {
      heapMB: after.megabytes - before.megabytes,
      processMB: processAfter - processBefore,
      listeners: after.jsEventListeners - before.jsEventListeners,
      nodes: after.nodes - before.nodes,
      open: await probe.open(ben),
    };
  },
};

const perConnection = {
  id: 'memory-connection',
  fault: 'one more connection',
  figures: [
    {
      key: 'processMB',
      what: "memory of the page's process, with a picture each way",
      floor: '100 MB',
      aim: '100 MB',
      aimMs: 100,
      unit: 'MB',
    },
    { key: 'heapMB', what: 'of that, JavaScript heap', unit: 'MB' },
  ],
  async run(stage) {
    const room = newRoom();
    const [watched, others] = [await stage.browser(), await stage.browser()];
    const ben = await arrive(stage, watched, { room });
    const ana = await arrive(stage, others, { room });
    for (const visitor of [ana, ben]) await join(visitor);
    await settle([ana, ben], REST_MS);
    const [before, processBefore] = [await heap(ben), await privateMegabytes(watched)];
    const cara = await arrive(stage, others, { room });
    await join(cara);
    await settle([ana, ben, cara], REST_MS);
    const [after, processAfter] = [await heap(ben), await privateMegabytes(watched)];
    return { processMB: processAfter - processBefore, heapMB: after.megabytes - before.megabytes };
  },
};

export const MEMORY = [growth, perConnection];
