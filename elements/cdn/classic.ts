import { hasIntegrityMap } from './has-integrity-map.js';
import { waitForNextTry } from './wait-for-next-try.js';

/**
 * For pages that cannot have a module tag: `<script src="…/nexrtc.classic.js" data-prefix="…">`, with `async`, `defer` or
 * neither, anywhere. Brings the module beside it, which does the rest.
 */
const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('nexrtc.classic.js is no module: take nexrtc.js, or leave out type="module".');

const address = new URL('nexrtc.js', script.src);
if (script.dataset['prefix'] !== undefined) address.searchParams.set('prefix', script.dataset['prefix']);

const load = async (): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await import(address.href);
      return;
    } catch {
      await waitForNextTry(attempt);
      // Firefox never asks again for a module that it did not get.
      if (!hasIntegrityMap()) address.searchParams.set('retry', String(attempt));
    }
  }
};
void load();
