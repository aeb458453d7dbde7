import { needsInstall } from './freshness.mjs';
import { run } from './run.mjs';

/** Installs what the project needs when it is missing or out of date. */
export async function ensureInstalled() {
  if (!needsInstall()) return;
  console.log('Installing the packages it needs (npm ci) …');
  await run('npm', ['ci', '--loglevel=error']);
}
