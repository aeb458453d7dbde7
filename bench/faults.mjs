import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot } from '../scripts/project/from-root.mjs';
import { probe } from '../test/e2e/lab/probe.mjs';
import { Stage } from '../test/e2e/stage.mjs';
import { ROWS } from './faults/rows.mjs';
import { formatFaults } from './faults/table.mjs';

const RUN_LIMIT_MS = 900_000;
const LOOK_LIMIT_MS = 2_000;
const LATEST_STATES = 12;
/** Nobody waits for fifty joins to see whether a change helped. */
const SHORT_JOINS = 10;
const FULL_JOINS = 50;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string', default: fromRoot('.cache/faults.json') },
    outage: { type: 'string', default: '60' },
    joins: { type: 'string' },
    cycles: { type: 'string', default: '100' },
    full: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const [filter = '', runs = '5'] = positionals;
const joins = Number(values.joins ?? (values.full ? FULL_JOINS : SHORT_JOINS));
const options = { outageSeconds: Number(values.outage), joins, cycles: Number(values.cycles) };
const rows = ROWS.filter(({ id }) => filter.split(',').some((part) => id.includes(part)));

function within(promise, limitMs) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${limitMs} ms`)), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** How each visitor's call went lately, to explain a failure; null for one whose page does not answer. */
function endsOf(stage) {
  const look = async (visitor) => ({ states: (await probe.states(visitor)).slice(-LATEST_STATES), pageErrors: visitor.pageErrors });
  return Promise.all(stage.visitors.map((visitor) => within(look(visitor), LOOK_LIMIT_MS).catch(() => null)));
}

async function once(row) {
  const stage = await Stage.open();
  try {
    return { values: await within(row.run(stage, options), RUN_LIMIT_MS) };
  } catch (error) {
    return { error: error.message.split('\n')[0], ends: await endsOf(stage) };
  } finally {
    await stage.close().catch(() => undefined);
  }
}

function save(samples) {
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, options, samples }, null, 2)}\n`);
}

if (values.list) {
  for (const { id, fault } of ROWS) console.log(`${id.padEnd(24)} ${fault}`);
  process.exit(0);
}
const samples = [];
for (const row of rows) {
  const count = row.runs?.(options) ?? Number(runs);
  for (let run = 0; run < count; run += 1) {
    const sample = { row: row.id, run, load: loadavg()[0], ...(await once(row)) };
    samples.push(sample);
    process.stderr.write(`${row.id} ${run + 1}/${count}: ${sample.error ?? JSON.stringify(sample.values)}\n`);
    save(samples);
  }
}
process.stdout.write(`\n${formatFaults(rows, samples)}\n`);
// What the stages leave behind (sockets of killed browsers) would hold the process.
process.exit(0);
