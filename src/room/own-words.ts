import { randomHex } from '../base/random.js';
import { parseSafeJson } from '../base/safe-json.js';
import { CHAT_LIMITS } from './chat-limits.js';

/** What is known again of an own message, all but its time and the name; the text of one that was deleted is empty. */
export interface OwnWord {
  readonly id: string;
  readonly text: string;
  readonly replyTo: string | null;
}

/** What is used of the storage of a tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Kept {
  /** So that the digests tell nothing to who finds them alone. */
  readonly salt: string;
  /** The digest of each message by its id, in the order they were said. */
  readonly digests: Record<string, string>;
}

const KEY = 'nexrtc.words';
const HEX = /^[0-9a-f]{32}$/;

/**
 * Lets a page that was reloaded know its own public messages again, which only others can tell it then: it keeps their
 * ids and salted SHA-256 digests, no text, in the tab's own storage. What has no digest, or another one, was not said
 * here. Never throws; where nothing can be kept, nothing is known again.
 */
export class OwnWords {
  readonly #storage: TabStorage | null;
  #kept: Kept;
  #work: Promise<void> = Promise.resolve();

  constructor(storage: TabStorage | null) {
    this.#storage = storage;
    this.#kept = this.#read();
  }

  /** One after the other, so that none is lost. */
  keep(word: OwnWord): Promise<void> {
    this.#work = this.#work.then(() => this.#keep(word)).catch(() => undefined);
    return this.#work;
  }

  async wasSaid(word: OwnWord): Promise<boolean> {
    const digest = this.#kept.digests[word.id];
    if (digest === undefined) return false;
    try {
      return digest === (await this.#digest(word));
    } catch {
      return false;
    }
  }

  /** The call has ended: a tab that is used on has nothing of it. */
  forget(): void {
    this.#kept = { salt: randomHex(16), digests: {} };
    try {
      this.#storage?.removeItem(KEY);
    } catch {
      // Then there is nothing to forget.
    }
  }

  async #keep(word: OwnWord): Promise<void> {
    const { salt, digests } = this.#kept;
    digests[word.id] = await this.#digest(word);
    const [oldest] = Object.keys(digests);
    if (Object.keys(digests).length > CHAT_LIMITS.messages && oldest !== undefined) delete digests[oldest];
    this.#storage?.setItem(KEY, JSON.stringify({ salt, digests }));
  }

  async #digest({ id, text, replyTo }: OwnWord): Promise<string> {
    const bytes = new TextEncoder().encode(JSON.stringify([this.#kept.salt, id, text, replyTo]));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  #read(): Kept {
    const fresh = { salt: randomHex(16), digests: {} };
    try {
      const { salt, digests } = (parseSafeJson(this.#storage?.getItem(KEY) ?? 'null') ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof salt !== 'string' || !HEX.test(salt) || typeof digests !== 'object' || digests === null) return fresh;
      const known = Object.entries(digests).filter(([id, digest]) => HEX.test(id) && typeof digest === 'string' && HEX.test(digest));
      return { salt, digests: Object.fromEntries(known.slice(-CHAT_LIMITS.messages)) };
    } catch {
      return fresh;
    }
  }
}
