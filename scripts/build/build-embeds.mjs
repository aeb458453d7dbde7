import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../project/from-root.mjs';
import { run } from '../project/run.mjs';
import { moOf, potOf, readPo, readTexts } from './wordpress/texts.mjs';
import { zipOf } from './wordpress/zip.mjs';

const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
/** Beside what they embed: the page finds the call at `../cdn/nexrtc.js`. */
const PAGE = 'dist/embed';
const PAGE_SCRIPTS = ['host', 'page'];
const PLUGIN = 'dist/wordpress';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

/** The page for an `<iframe>`, and the script for the sites that show it. */
async function buildPage() {
  await run('tsc', ['-p', 'embeds/iframe']);
  mkdirSync(fromRoot(PAGE), { recursive: true });
  await build({
    entryPoints: PAGE_SCRIPTS.map((name) => fromRoot(`embeds/iframe/${name}.ts`)),
    outdir: fromRoot(PAGE),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    banner: { js: '/*! NexRTC (MIT) */' },
    logLevel: 'warning',
  });
  for (const file of ['index.html', 'page.css']) cpSync(fromRoot(`embeds/iframe/${file}`), fromRoot(`${PAGE}/${file}`));
}

/** The plugin as one archive, with everything that it serves: it asks no other host for anything. */
function buildPlugin() {
  const source = fromRoot('embeds/wordpress');
  const files = new Map();
  const add = (path, content) => files.set(`nexrtc/${path.replaceAll('\\', '/')}`, Buffer.from(content));
  for (const file of filesIn(source)) if (file !== 'README.md') add(file, readFileSync(join(source, file)));
  add('languages/nexrtc.pot', potOf(readTexts(source), version));
  for (const file of readdirSync(join(source, 'languages')).filter((name) => name.endsWith('.po')))
    add(`languages/${file.replace(/po$/, 'mo')}`, moOf(readPo(readFileSync(join(source, 'languages', file), 'utf8'))));
  const call = fromRoot('dist/cdn');
  for (const file of filesIn(call).filter((name) => name.endsWith('.js'))) add(`assets/${file}`, readFileSync(join(call, file)));
  add('license.txt', readFileSync(fromRoot('LICENSE')));
  mkdirSync(fromRoot(PLUGIN), { recursive: true });
  writeFileSync(fromRoot(`${PLUGIN}/nexrtc.zip`), zipOf(files));
}

/** Needs `dist/cdn`. */
export async function buildEmbeds() {
  await buildPage();
  buildPlugin();
}
