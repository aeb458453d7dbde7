import { execFileSync } from 'node:child_process';

/** Stops what a package of Debian started by itself, which nobody asked for, and keeps it from coming back. */
export function disableService(name) {
  try {
    execFileSync('systemctl', ['disable', '--now', name], { stdio: 'ignore' });
  } catch {
    // No systemd, so nothing was started by it.
  }
}
