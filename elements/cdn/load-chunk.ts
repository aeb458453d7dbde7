import type { Importing } from './importing.js';

/** How often each did not come. */
const failures = new Map<string, number>();
let isPinned = false;

/** From now on no other address is tried: the page knows what each must hold. */
export function pinAddresses(): void {
  isPinned = true;
}

/**
 * What every `import()` of the script tag's build becomes. One that fails is tried once more at once and then each time it
 * is asked for, by another address, since Firefox never asks again for a module that it did not get. Everybody asks for it
 * by the same one, so it runs once.
 */
export async function loadChunk<Chunk>(importing: Importing<Chunk>, isLast = false): Promise<Chunk> {
  let path = '';
  let count = 0;
  try {
    return await importing((asked) => {
      path = asked;
      count = failures.get(path) ?? 0;
      return count ? `${path}?retry=${count}` : path;
    });
  } catch (error) {
    if (isPinned) throw error;
    failures.set(path, count + 1);
    if (isLast) throw error;
    return loadChunk(importing, true);
  }
}
