import type { Clock } from '../../src/base/clock.js';

/** Some browsers read the file only a while after the click. */
export const REVOKE_AFTER_MS = 10_000;

/** Hands a file to the browser's downloads. Runs no script and asks no host, so a strict content policy allows it. */
export function saveFile(file: File, clock: Clock): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  clock.after(REVOKE_AFTER_MS, () => {
    URL.revokeObjectURL(link.href);
  });
}
