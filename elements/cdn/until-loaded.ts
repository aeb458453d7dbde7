import type { Importing } from './importing.js';
import { waitForNextTry } from './wait-for-next-try.js';

/**
 * Loads the elements and uses them; where that fails, again and again, with waits that double, and at once when the browser
 * is online again. Firefox never asks again for a module that it did not get: it is asked for by another spelling of the
 * same folder, so that all that the elements load later comes by the same spelling and nothing runs twice; not where
 * `isPinned`, because the page knows what each address must hold.
 */
export async function untilLoaded<Chunk>(
  importing: Importing<Chunk>,
  use: (chunk: Chunk) => Promise<void>,
  isPinned: boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await use(
        await importing((path) => path).catch((error: unknown) => {
          if (isPinned) throw error;
          return importing((path) => path.replace('chunks', (folder) => spell(folder, attempt)));
        }),
      );
      return;
    } catch {
      await waitForNextTry(attempt);
    }
  }
}

/** Percent-encodes the letters for which `bits` has a 1: another address for a browser, the same one for every server. */
function spell(folder: string, bits: number): string {
  return folder.replace(/./g, (letter, index: number) => ((bits >> index) & 1 ? `%${letter.charCodeAt(0).toString(16)}` : letter));
}
