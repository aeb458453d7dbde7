import { parseSafeJson } from '../base/safe-json.js';
import type { PageStart } from './page-start.js';
import type { RestoreMark, RestoreStore } from './restore-store-port.js';

const PREFIX = 'nexrtc.call.';
/** An address as this package makes them: what it becomes part of must not be chosen by other scripts of the site. */
const ID = /^\w[\w-]{0,63}$/u;
/** The others have long let go of whoever was away for longer. */
const LIFE_MS = 120_000;

export interface BrowserRestoreStoreOptions {
  /** Null where the browser gives none. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;
  readonly start: PageStart;
  readonly now: () => number;
}

/** Keeps marks in the tab's `sessionStorage`. */
export function createBrowserRestoreStore({ storage, start, now }: BrowserRestoreStoreOptions): RestoreStore {
  const attempt = <Value>(run: (storage: NonNullable<BrowserRestoreStoreOptions['storage']>) => Value, otherwise: Value): Value => {
    try {
      return storage === null ? otherwise : run(storage);
    } catch {
      // Full or forbidden: the call works without.
      return otherwise;
    }
  };

  return {
    get hasMarks() {
      if (start === 'navigate') return false;
      return attempt(
        (store) => Array.from({ length: store.length }, (_, index) => store.key(index)).some((key) => key?.startsWith(PREFIX)),
        false,
      );
    },
    find(key) {
      const found = attempt((store) => readMark(store.getItem(PREFIX + key)), null);
      if (found === null || !isOurs(found.isUnloading, start)) return null;
      const age = now() - found.mark.at;
      return age >= 0 && age <= LIFE_MS ? found.mark : null;
    },
    keep(key, mark, isUnloading) {
      attempt((store) => {
        store.setItem(PREFIX + key, JSON.stringify({ ...mark, isUnloading }));
      }, undefined);
    },
    forget(key) {
      attempt((store) => {
        store.removeItem(PREFIX + key);
      }, undefined);
    },
  };
}

/**
 * A duplicated tab gets a copy of the marks, and some browsers call its start a step in the history: then only the mark
 * of a page that was really left counts. A tab that was discarded or has crashed had no time to say that it was left.
 */
function isOurs(isUnloading: boolean, start: PageStart): boolean {
  if (start === 'navigate') return false;
  return isUnloading || start === 'reload' || start === 'discarded';
}

function readMark(text: string | null): { readonly mark: RestoreMark; readonly isUnloading: boolean } | null {
  const value = text === null ? null : parseSafeJson(text);
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, joinedAt, microphone, camera, at, isUnloading } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !ID.test(id) || typeof name !== 'string' || typeof joinedAt !== 'number' || typeof at !== 'number')
    return null;
  return {
    mark: Object.freeze({ id, name, joinedAt, microphone: microphone === true, camera: camera === true, at }),
    isUnloading: isUnloading === true,
  };
}
