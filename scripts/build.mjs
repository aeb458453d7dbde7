import { cpSync, existsSync, rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { buildClassic } from './build/build-classic.mjs';
import { buildEmbeds } from './build/build-embeds.mjs';
import { fromRoot } from './project/from-root.mjs';
import { run } from './project/run.mjs';
import { writeTagData } from './build/tags/write-tag-data.mjs';
import { writeIntegrity } from './build/write-integrity.mjs';

async function bundle() {
  const { options, warnings } = await loadConfigFile(fromRoot('rollup.config.mjs'));
  for (const config of options) {
    const result = await rollup(config);
    for (const output of config.output) await result.write(output);
    await result.close();
  }
  warnings.flush();
}

process.chdir(fromRoot('.'));
try {
  rmSync('dist', { recursive: true, force: true });
  await bundle();
  if (existsSync('themes')) cpSync('themes', 'dist/themes', { recursive: true });
  await buildClassic();
  writeIntegrity();
  await buildEmbeds();
  await run('cem', ['analyze']);
  writeTagData();
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
}
