import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function find() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders
    .map((folder) => join(folder, 'turnserver'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function installOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('No TURN server found; installing coturn with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'coturn'], { stdio: 'inherit', env });
  } catch {
    return;
  }
  try {
    // The package starts a relay of its own, which nobody asked for.
    execFileSync('systemctl', ['disable', '--now', 'coturn'], { stdio: 'ignore' });
  } catch {
    // No systemd, so nothing was started by it.
  }
}

let known;

/** The path of coturn's `turnserver`, or null. Installs Debian's where it may, once. */
export function findTurnServer() {
  if (known !== undefined) return known;
  known = find() ?? null;
  if (known === null) {
    installOnDebian();
    known = find() ?? null;
  }
  return known;
}

/** What to say when there is none. */
export const TURN_SERVER_MISSING = 'coturn is not installed and could not be (on Debian as root: apt-get install coturn)';
