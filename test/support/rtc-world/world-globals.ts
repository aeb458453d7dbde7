import { FakePage } from './fake-page.js';
import { fakeSubtle } from './fake-subtle.js';
import type { WorldScheduler } from './world-scheduler.js';

/**
 * Puts chance, cryptography and the window's `pagehide` under the hand of the seed; the returned function puts the true
 * ones back. Cryptography is no cryptography here: it settles in microtasks and only a changed text fails to open.
 */
export function takeOverGlobals(scheduler: WorldScheduler): () => void {
  const undo: (() => void)[] = [];
  const shadow = (target: object, key: string, value: unknown): void => {
    const own = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, { value, configurable: true, writable: true });
    undo.push(() => {
      if (own) Object.defineProperty(target, key, own);
      else Reflect.deleteProperty(target, key);
    });
  };
  shadow(Math, 'random', () => scheduler.random.next());
  shadow(crypto, 'getRandomValues', (view: ArrayBufferView) => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(scheduler.random.bytes(view.byteLength));
    return view;
  });
  const methods = fakeSubtle(scheduler);
  for (const [name, method] of Object.entries(methods)) shadow(crypto.subtle, name, method);

  catchUnload(scheduler, shadow);
  return () => {
    for (const each of undo.reverse()) each();
  };
}

/** What a page adds to the window for its closing goes to the page whose turn it is: all pages share this window. */
function catchUnload(scheduler: WorldScheduler, shadow: (target: object, key: string, value: unknown) => void): void {
  const surroundings = globalThis as { window?: EventTarget };
  if (!surroundings.window) shadow(surroundings, 'window', new EventTarget());
  const { window } = surroundings;
  if (!window) return;
  const { addEventListener, removeEventListener } = window;
  const pages = new Set<FakePage>();
  shadow(window, 'addEventListener', (type: string, listener: EventListener, ...rest: unknown[]) => {
    const page = scheduler.actor;
    if (type === 'pagehide' && page instanceof FakePage) pages.add(page.addUnloadListener(listener));
    else Reflect.apply(addEventListener, window, [type, listener, ...rest]);
  });
  shadow(window, 'removeEventListener', (type: string, listener: EventListener, ...rest: unknown[]) => {
    for (const page of pages) page.unloadListeners.delete(listener);
    Reflect.apply(removeEventListener, window, [type, listener, ...rest]);
  });
}
