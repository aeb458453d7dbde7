import { decodeBase64 } from '../base/base64.js';
import { NumberWindow } from '../base/number-window.js';
import { parseSafeJson } from '../base/safe-json.js';
import type { Scope } from '../base/scope.js';
import { bindMessage, readEpoch, type SealedMessage } from './sealed-message.js';

/** How long a key still opens after a newer one of its sender was learnt, for what was on its way. */
const OLD_KEY_MS = 10_000;
/** How long a message waits for its key. */
const HOLD_MS = 10_000;
/** Messages that wait for a key, and messages that wait to be opened. */
const MAX_HELD = 32;
const MAX_QUEUED = 256;
const MAX_KEYS = 4;
const MAX_PAST_LIVES = 4;
/** How far behind the newest message of its key one may come: what is said meanwhile over the faster channel. */
const WINDOW_SIZE = 1024;

interface EpochKey {
  readonly key: CryptoKey;
  readonly numbers: NumberWindow;
}

interface QueuedMessage {
  /** Null for what is no message: it settles in its turn all the same. */
  readonly message: SealedMessage | null;
  readonly settle: (opened: { readonly body: unknown } | null) => void;
  isOverdue: boolean;
  stopWaiting: () => void;
}

export interface SenderRingOptions {
  readonly roomId: string;
  readonly senderId: string;
  /** The ring's own; what waits settles with null when it closes. */
  readonly scope: Scope;
}

/** The keys that one sender has told us, and its messages in the order in which they came. */
export class SenderRing {
  readonly #options: SenderRingOptions;
  readonly #keys = new Map<string, EpochKey>();
  readonly #pastLives: string[] = [];
  #life: string | null = null;
  #newest = -1;
  #learning: Promise<unknown> = Promise.resolve();
  readonly #queue: QueuedMessage[] = [];
  #isDraining = false;

  constructor(options: SenderRingOptions) {
    this.#options = options;
    options.scope.add(() => {
      this.#keys.clear();
      for (const { settle } of this.#queue.splice(0)) settle(null);
    });
  }

  /** False for an epoch that is over, or known already. */
  learn(epoch: string, raw: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const learnt = this.#learning.then(async () => {
      const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
      return this.#adopt(epoch, key);
    });
    this.#learning = learnt.catch(() => false);
    return learnt;
  }

  open(message: SealedMessage | null): Promise<{ readonly body: unknown } | null> {
    const isHolding = !this.#isDraining && this.#queue.length > 0;
    if (this.#options.scope.isClosed || this.#queue.length >= (isHolding ? MAX_HELD : MAX_QUEUED)) return Promise.resolve(null);
    return new Promise((settle) => {
      const queued: QueuedMessage = { message, settle, isOverdue: false, stopWaiting: () => undefined };
      this.#queue.push(queued);
      if (message !== null && this.#find(message.epoch) === 'unknown') this.#limitWaiting(queued);
      void this.#drain();
    });
  }

  #limitWaiting(queued: QueuedMessage): void {
    queued.stopWaiting = this.#options.scope.after(HOLD_MS, () => {
      queued.isOverdue = true;
      void this.#drain();
    });
  }

  #adopt(epoch: string, key: CryptoKey): boolean {
    const { scope } = this.#options;
    const { life, number } = readEpoch(epoch) ?? {};
    if (life === undefined || number === undefined || scope.isClosed || this.#pastLives.includes(life)) return false;
    if (life === this.#life && number <= this.#newest) return false;
    if (this.#life !== null && life !== this.#life) this.#pastLives.push(this.#life);
    if (this.#pastLives.length > MAX_PAST_LIVES) this.#pastLives.shift();
    this.#life = life;
    this.#newest = number;
    for (const [old, oldKey] of this.#keys) {
      scope.after(OLD_KEY_MS, () => {
        if (this.#keys.get(old) === oldKey) this.#keys.delete(old);
      });
    }
    this.#keys.set(epoch, { key, numbers: new NumberWindow(WINDOW_SIZE) });
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > MAX_KEYS && oldest !== undefined) this.#keys.delete(oldest);
    void this.#drain();
    return true;
  }

  /** `unknown` may still be learnt; null never will be. */
  #find(epoch: string): EpochKey | 'unknown' | null {
    const known = this.#keys.get(epoch);
    if (known !== undefined) return known;
    const { life, number } = readEpoch(epoch) ?? {};
    if (life === undefined || number === undefined || this.#pastLives.includes(life)) return null;
    return life === this.#life && number <= this.#newest ? null : 'unknown';
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const key = next.message === null ? null : this.#find(next.message.epoch);
      if (key === 'unknown' && !next.isOverdue) break;
      this.#queue.shift();
      next.stopWaiting();
      const opened = next.message === null || key === null || key === 'unknown' ? null : await this.#unseal(next.message, key);
      next.settle(opened);
    }
    this.#isDraining = false;
  }

  async #unseal(message: SealedMessage, { key, numbers }: EpochKey): Promise<{ readonly body: unknown } | null> {
    const { epoch, n } = message;
    const iv = decodeBase64(message.iv);
    const box = decodeBase64(message.box);
    if (iv === null || box === null || !numbers.isFresh(n)) return null;
    const additionalData = bindMessage(this.#options.roomId, this.#options.senderId, epoch, n);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, box).catch(() => null);
    // Only now is the number used up: a forged one must not stand in the way of the true one.
    if (text === null || !numbers.take(n)) return null;
    const body = parseSafeJson(new TextDecoder().decode(text));
    return body === undefined ? null : { body };
  }
}
