import { findOnPath } from './find-program.mjs';
import { installOnDebian } from './install-on-debian.mjs';

const find = () => findOnPath('firefox-esr', 'firefox');

/** The path of Firefox, or null. Installs Debian's where it may. */
export function findFirefox() {
  const found = find();
  if (found) return found;
  installOnDebian('Firefox', 'firefox-esr');
  return find() ?? null;
}
