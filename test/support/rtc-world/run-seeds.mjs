// Runs many stories of the membership model in Node, without a browser: run-seeds.mjs [first] [last].
// A single seed is told in full.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [first = 1, last = first] = process.argv.slice(2).map(Number);
const model = fileURLToPath(new URL('../../unit/engine/mesh/run-model.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'seeds-'));
const outfile = join(folder, 'model.mjs');
try {
  await build({ entryPoints: [model], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error', external: ['peerjs'] });
  const { runModel } = await import(pathToFileURL(outfile).href);
  const faults = new Map();
  let faulty = 0;
  for (let seed = first; seed <= last; seed += 1) {
    const { wrong, trace } = await runModel(seed);
    if (first === last) process.stdout.write(`${trace.join('\n')}\n\n${wrong.join('\n') || 'nothing is wrong'}\n`);
    if (wrong.length > 0) faulty += 1;
    for (const text of new Set(wrong.map((each) => each.replace(/m\d+'*/g, 'm').replace(/nx[0-9a-f]{32}/g, 'id')))) {
      faults.set(text, [...(faults.get(text) ?? []), seed]);
    }
  }
  process.stdout.write(`${faulty} of ${last - first + 1} stories end badly\n`);
  for (const [text, seeds] of [...faults].sort((one, two) => two[1].length - one[1].length)) {
    process.stdout.write(`${seeds.length} × ${text}: ${seeds.slice(0, 10).join(' ')}\n`);
  }
  process.exitCode = faulty > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
