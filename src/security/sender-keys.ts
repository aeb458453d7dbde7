import { decodeBase64, encodeBase64 } from '../base/base64.js';
import type { Clock } from '../base/clock.js';
import { LIMITS } from '../base/limits.js';
import { NexError } from '../base/nex-error.js';
import { randomHex } from '../base/random.js';
import { parseSafeJson } from '../base/safe-json.js';
import { Scope } from '../base/scope.js';
import { bindMessage, readEpoch, readSealedMessage, type SealedMessage } from './sealed-message.js';
import { SenderRing } from './sender-ring.js';

/** How often a key is replaced when nobody leaves. */
export const KEY_ROTATION_MS = 10 * 60_000;

/** What a member is told, and only over a channel proven to be its own. */
export interface KeyAnnouncement {
  readonly epoch: string;
  /** 32 bytes in base64. */
  readonly key: string;
}

export interface SenderKeysOptions {
  readonly roomId: string;
  readonly localId: string;
  readonly clock: Clock;
}

const KEY_BYTES = 32;
const KEY_CHARACTERS = 44;
const IV_BYTES = 12;

/**
 * Seals what this member says to all others at once, with a key that only those who are here now were told, and opens
 * what they say. AES-256-GCM, a random key an epoch, a random 96-bit iv a message.
 *
 * A key that all receivers share does not prove who of them has sealed: only what came over the sender's own proven
 * channel may be given to `open` under its name.
 */
export class SenderKeys {
  readonly #options: SenderKeysOptions;
  readonly #scope: Scope;
  readonly #life = randomHex(8);
  /** In order of last use, so the first is the one to forget. */
  readonly #rings = new Map<string, { readonly ring: SenderRing; readonly scope: Scope }>();
  #own: { readonly epoch: string; readonly key: CryptoKey; count: number } | null = null;
  #epochCount = 0;
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: SenderKeysOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /**
   * Seals any JSON value of depth up to 8, read at the time of the call, once for all receivers. Calls of this, `rotate`
   * and `announcement` settle in the order they were made. Rejects with `config/invalid` for what could not be opened.
   */
  seal(body: unknown): Promise<SealedMessage> {
    const text = toJson(body);
    const bytes = new TextEncoder().encode(text);
    if (text === undefined || bytes.length > LIMITS.dataMessageBytes || parseSafeJson(text) === undefined) {
      return Promise.reject(new NexError('config/invalid', 'The message cannot be sealed: no JSON, too deep or too long'));
    }
    return this.#inTurn(async () => {
      const own = (this.#own ??= await this.#createKey());
      own.count += 1;
      const { epoch, count: n } = own;
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const additionalData = bindMessage(this.#options.roomId, this.#options.localId, epoch, n);
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, own.key, bytes);
      return { epoch, n, iv: encodeBase64(iv), box: encodeBase64(new Uint8Array(box)) };
    });
  }

  /**
   * What the message of `senderId` says, or null when it is not authentic, or was taken before, or its key is over. One
   * whose key is not known yet is held, and what came after it too, for at most 10 s and 32 messages a sender. Never
   * rejects; calls of one sender settle in the order they were made, but those that found no room at once.
   */
  open(senderId: string, message: unknown): Promise<{ readonly body: unknown } | null> {
    if (this.#scope.isClosed || senderId === this.#options.localId) return Promise.resolve(null);
    return this.#ring(senderId).open(readSealedMessage(message));
  }

  /** The key in use: for a member whose channel has just been proven. */
  announcement(): Promise<KeyAnnouncement> {
    return this.#inTurn(() => this.#announce());
  }

  /** A new key for what is sealed from now on, to be told to everybody who is here. */
  rotate(): Promise<KeyAnnouncement> {
    return this.#inTurn(async () => {
      this.#own = await this.#createKey();
      return this.#announce();
    });
  }

  /** Takes what `senderId` has told over its own proven channel. False when it is none, or no news. Never rejects. */
  async learn(senderId: string, announcement: unknown): Promise<boolean> {
    if (this.#scope.isClosed || senderId === this.#options.localId) return false;
    const { epoch, key } = (announcement ?? {}) as Record<string, unknown>;
    if (typeof epoch !== 'string' || readEpoch(epoch) === null || typeof key !== 'string' || key.length !== KEY_CHARACTERS) return false;
    const raw = decodeBase64(key);
    if (raw?.length !== KEY_BYTES) return false;
    return this.#ring(senderId)
      .learn(epoch, raw)
      .catch(() => false);
  }

  /** One who is gone: its keys are of no use any more. What is held settles with null. */
  forget(senderId: string): void {
    this.#rings.get(senderId)?.scope.close();
    this.#rings.delete(senderId);
  }

  /** Forgets every key. Idempotent. */
  close(): void {
    this.#scope.close();
    this.#rings.clear();
    this.#own = null;
  }

  async #announce(): Promise<KeyAnnouncement> {
    const { epoch, key } = (this.#own ??= await this.#createKey());
    return { epoch, key: encodeBase64(new Uint8Array(await crypto.subtle.exportKey('raw', key))) };
  }

  async #createKey(): Promise<{ epoch: string; key: CryptoKey; count: number }> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
    this.#epochCount += 1;
    return { epoch: `${this.#life}.${String(this.#epochCount)}`, key, count: 0 };
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const done = this.#work.then(() => {
      if (this.#scope.isClosed) throw new NexError('call/invalid-state', 'The keys of this call are forgotten');
      return run();
    });
    this.#work = done.catch(() => undefined);
    return done;
  }

  #ring(senderId: string): SenderRing {
    let entry = this.#rings.get(senderId);
    if (entry === undefined) {
      const scope = this.#scope.child();
      entry = { scope, ring: new SenderRing({ roomId: this.#options.roomId, senderId, scope }) };
    }
    this.#rings.delete(senderId);
    this.#rings.set(senderId, entry);
    const [oldest] = this.#rings.keys();
    if (this.#rings.size > LIMITS.rosterMembers && oldest !== undefined) this.forget(oldest);
    return entry.ring;
  }
}

/** Undefined for what JSON cannot say: a function, a circle. */
function toJson(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}
