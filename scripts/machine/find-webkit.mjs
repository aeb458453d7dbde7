import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, isRunnable } from './find-program.mjs';
import { installOnDebian } from './install-on-debian.mjs';

/** Where Debian keeps WebKitGTK's small browser, in a folder for each version. */
const LIBRARIES = ['/usr/lib', '/usr/libexec', ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu`)];

function find() {
  const driver = findOnPath('WebKitWebDriver');
  const display = findOnPath('Xvfb');
  const browser = LIBRARIES.filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .findLast(isRunnable);
  return driver && display && browser ? { driver, display, browser } : null;
}

/** The paths of WebKitGTK's `driver` and `browser`, and of a `display` to show it on; or null. Installs Debian's where it may. */
export function findWebkit() {
  const found = find();
  if (found) return found;
  installOnDebian('WebKitGTK', 'webkit2gtk-driver', 'xvfb');
  return find();
}

/** What to say when there is none. */
export const WEBKIT_MISSING = 'WebKitGTK is not installed and could not be (on Debian as root: apt-get install webkit2gtk-driver xvfb)';
