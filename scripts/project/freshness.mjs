import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './from-root.mjs';

/** File systems and archives round times; npm writes its two lock files one after the other. */
const SLACK_MS = 5000;

function changedAtMs(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, changedAtMs(join(path, name))), status.mtimeMs);
}

const newest = (paths) => Math.max(...paths.map((path) => changedAtMs(fromRoot(path))));

/** True when `npm ci` has to run: nothing installed, or the lock file changed since. Never through a link: it would empty what others use. */
export function needsInstall() {
  if (lstatSync(fromRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  const installedAtMs = newest(['node_modules/.package-lock.json']);
  return installedAtMs === 0 || newest(['package-lock.json']) > installedAtMs + SLACK_MS;
}

/** True when something that goes into `dist` changed since it was built. */
export function needsBuild() {
  const builtAtMs = newest(['dist/cdn/nexrtc.js']);
  return (
    newest([
      'src',
      'elements',
      'frameworks',
      'embeds',
      'themes',
      'scripts/build',
      'rollup.config.mjs',
      'package-lock.json',
      'tsconfig.json',
    ]) > builtAtMs
  );
}
