import { cpSync, existsSync, rmSync } from 'node:fs';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { rollup } from 'rollup';
import { run } from './run.mjs';
import { fromRoot } from './from-root.mjs';

process.chdir(fromRoot('.'));
rmSync('dist', { recursive: true, force: true });
const { options, warnings } = await loadConfigFile(fromRoot('rollup.config.mjs'));
for (const config of options) {
  const bundle = await rollup(config);
  for (const output of config.output) await bundle.write(output);
  await bundle.close();
}
warnings.flush();
if (existsSync('themes')) cpSync('themes', 'dist/themes', { recursive: true });
await run('cem', ['analyze']);
