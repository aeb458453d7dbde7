import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../project/from-root.mjs';

const CDN = 'dist/cdn';
const ENTRIES = ['nexrtc.js', 'nexrtc.classic.js'];

/** As `integrity` attributes and import maps have it. */
const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Writes `dist/cdn/integrity.json`: `{ version, files: { 'nexrtc.js': 'sha384-…', 'chunks/….js': … } }`, and says what a
 * script tag needs. Chunks are not covered by that of the entry: a page pins them with an import map.
 */
export function writeIntegrity() {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const scripts = readdirSync(fromRoot(CDN), { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'))
    .sort();
  const files = Object.fromEntries(scripts.map((file) => [file, integrityOf(readFileSync(fromRoot(`${CDN}/${file}`)))]));
  writeFileSync(fromRoot(`${CDN}/integrity.json`), `${JSON.stringify({ version, files }, null, 2)}\n`);
  for (const entry of ENTRIES) console.log(`${CDN}/${entry} integrity="${files[entry]}"`);
}

/**
 * An import map that pins every script to what was built, for a page that has them at `base`. It stands above the first
 * script.
 *
 * @param {{ files: Readonly<Record<string, string>> }} built what `integrity.json` holds
 * @param {string} base `https://cdn.example/nexrtc/`
 */
export function importMapOf({ files }, base) {
  return { integrity: Object.fromEntries(Object.entries(files).map(([file, integrity]) => [new URL(file, base).href, integrity])) };
}
