// How right the forecast is on recorded traces, beside "it stays as it is".
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { fromRoot } from '../scripts/project/from-root.mjs';
import { formatTable } from './statistics.mjs';

const { values } = parseArgs({
  options: { traces: { type: 'string', default: 'test/support/traces' }, all: { type: 'boolean', default: false } },
});

async function load(entry) {
  const { outputFiles } = await build({ entryPoints: [fromRoot(entry)], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { CONTENDERS, isHeldOut, judgeForecast, parseTrace, traceSamples } = await load('test/support/traces/contest.ts');
const folder = resolve(fromRoot('.'), values.traces);
const traces = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => parseTrace(readFileSync(`${folder}/${file}`, 'utf8')));

const percent = (share) => `${(100 * share).toFixed(0)} %`;
for (const [what, chosen] of [
  ['built on', traces.filter((trace) => !isHeldOut(trace))],
  ['held out', traces.filter(isHeldOut)],
]) {
  const connections = chosen.map(traceSamples);
  const minutes = connections.flat().reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 60_000;
  console.log(`\n${what}: ${connections.length} traces, ${minutes.toFixed(0)} min\n`);
  const rows = Object.entries(CONTENDERS).map(([name, oracle]) => {
    const verdict = judgeForecast(connections, oracle);
    const { troubles, warnings, precision, recall, medianLeadMs, falseIn10Min, falseIn10GoodMin, accuracy, levelsOff } = verdict;
    return [
      name,
      troubles,
      warnings,
      percent(precision),
      percent(recall),
      `${(medianLeadMs / 1_000).toFixed(1)} s`,
      falseIn10Min.toFixed(1),
      falseIn10GoodMin.toFixed(1),
      percent(accuracy),
      levelsOff.toFixed(2),
    ];
  });
  console.log(
    formatTable(
      ['', 'troubles', 'warnings', 'precision', 'recall', 'median lead', 'false in 10 min', 'in 10 good min', 'level right', 'levels off'],
      rows,
    ),
  );
}
