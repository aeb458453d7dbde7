import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatJoin, measureJoin } from './join.mjs';
import { formatSizes, measureSizes } from './size.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '2,4' },
    only: { type: 'string' },
    json: { type: 'string' },
    'with-server-delay': { type: 'boolean', default: false },
  },
});

const result = {};
if (values.only !== 'join') {
  result.sizes = await measureSizes();
  process.stdout.write(`\nJoin path\n\n${formatSizes(result.sizes)}\n`);
}
if (values.only !== 'size') {
  const runs = Number(values.runs);
  const sizes = values.sizes.split(',').map(Number);
  result.join = await measureJoin({ runs, sizes, hasServerDelay: values['with-server-delay'] });
  process.stdout.write(`\nJoin to first remote frame, median of ${runs}\n\n${formatJoin(result.join)}\n`);
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
// PeerServer has no way to be closed that also ends its own timers.
process.exit(0);
