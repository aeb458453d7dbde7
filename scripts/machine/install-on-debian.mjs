import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs packages where that needs nobody's leave: on Debian, as root. True when it could. */
export function installOnDebian(what, ...packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`No ${what} found; installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit', env });
    return true;
  } catch {
    // Whoever asked says what to do.
    return false;
  }
}
