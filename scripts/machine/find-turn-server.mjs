import { join } from 'node:path';
import { disableService } from './disable-service.mjs';
import { findOnPath, isRunnable } from './find-program.mjs';
import { installOnDebian } from './install-on-debian.mjs';

const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

const find = () => findOnPath('turnserver') ?? PLACES.map((folder) => join(folder, 'turnserver')).find(isRunnable);

function install() {
  if (installOnDebian('TURN server', 'coturn')) disableService('coturn');
}

let known;

/** The path of coturn's `turnserver`, or null. Installs Debian's where it may, once. */
export function findTurnServer() {
  if (known !== undefined) return known;
  known = find() ?? null;
  if (known === null) {
    install();
    known = find() ?? null;
  }
  return known;
}

/** What to say when there is none. */
export const TURN_SERVER_MISSING = 'coturn is not installed and could not be (on Debian as root: apt-get install coturn)';
