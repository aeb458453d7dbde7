import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { fromRoot } from '../scripts/project/from-root.mjs';
import { Stage } from '../test/e2e/stage.mjs';
import { COST } from './quality/cost.mjs';
import { REACTIONS } from './quality/reaction.mjs';
import { SENDING } from './quality/sending.mjs';
import { VARIANTS } from './quality/variants.mjs';
import { formatTable, median } from './statistics.mjs';

const ROWS = [...REACTIONS, ...SENDING, ...COST];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string', default: fromRoot('.cache/quality.json') }, list: { type: 'boolean', default: false } },
});
const [filter = '', runs = '3'] = positionals;

async function once(row, variant) {
  const stage = await Stage.open();
  try {
    return await row.run(stage, variant);
  } catch (error) {
    return { value: null, error: error.message.split('\n')[0] };
  } finally {
    await stage.close().catch(() => undefined);
  }
}

const show = (value, unit) =>
  value === null ? 'never' : `${Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100} ${unit}`.trim();

function format(rows, samples) {
  const lines = rows.map((row) => {
    const taken = (name) => samples.filter((sample) => sample.row === row.id && sample.variant === name);
    // A figure that never came is worse than every one that did.
    const middle = (list) => {
      const value = median(list.map((sample) => sample.value ?? Infinity));
      return value === Infinity ? null : value;
    };
    const [ours, plain] = VARIANTS.map(({ name }) => taken(name));
    const isMet = row.isMet(middle(ours), plain.length > 0 ? middle(plain) : null);
    const failed = [...ours, ...plain].filter(({ error }) => error).length;
    const plainCell = row.isOurs ? '–' : show(middle(plain), row.unit);
    return [row.what, row.aim, show(middle(ours), row.unit), plainCell, ours.length, failed, isMet === null ? '' : isMet ? 'yes' : 'no'];
  });
  const words = [...new Set(samples.filter(({ error }) => error).map(({ row, variant, error }) => `- ${row}, ${variant}: ${error}`))];
  return [formatTable(['figure', 'aim', 'nexrtc', 'plain mesh', 'runs', 'failures', 'aim met'], lines), ...words].join('\n');
}

if (values.list) {
  for (const { id, what } of ROWS) console.log(`${id.padEnd(20)} ${what}`);
  process.exit(0);
}
const rows = ROWS.filter(({ id }) => filter.split(',').some((part) => id.includes(part)));
const samples = [];
mkdirSync(dirname(values.json), { recursive: true });
for (const row of rows) {
  for (let run = 0; run < Number(runs); run += 1) {
    for (const variant of VARIANTS) {
      if (row.isOurs && variant !== VARIANTS[0]) continue;
      const sample = { row: row.id, variant: variant.name, run, load: loadavg()[0], ...(await once(row, variant)) };
      samples.push(sample);
      process.stderr.write(`${row.id}, ${variant.name} ${run + 1}/${runs}: ${sample.error ?? sample.value}\n`);
      writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, samples }, null, 2)}\n`);
    }
  }
}
process.stdout.write(`\n${format(rows, samples)}\n`);
// What the stages leave behind would hold the process.
process.exit(0);
