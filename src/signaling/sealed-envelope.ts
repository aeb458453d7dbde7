import type { Clock } from '../base/clock.js';
import { LIMITS } from '../base/limits.js';
import { NexError } from '../base/nex-error.js';
import { decodeBase64, encodeBase64 } from '../base/base64.js';
import { packText, unpackText } from './compact-text.js';
import { ReplayWindow } from './replay-window.js';
import { parseSafeJson } from '../base/safe-json.js';

/** Who sees it sees this; `box` holds the body, and its tag covers all of it and the room and both addresses too. */
interface EnvelopeContent {
  readonly type: 'nexrtc';
  readonly v: 1;
  readonly seq: number;
  /** Milliseconds since the epoch at the sender. */
  readonly at: number;
  readonly kind: string;
  readonly iv: string;
  readonly box: string;
}

export interface OpenedEnvelope {
  readonly from: string;
  readonly type: string;
  readonly body: unknown;
}

export interface EnvelopeSealerOptions {
  readonly key: CryptoKey;
  readonly roomId: string;
  /** Our own address. */
  readonly from: string;
  readonly clock: Clock;
  /**
   * Something came that is no envelope of this room, or was changed on the way: nobody who holds the key and keeps to
   * the rules sends such a thing. Not called for what honest members cause: a letter that came by two routes, an old one,
   * too many at once, our own.
   */
  readonly onForged?: (from: string) => void;
}

const VERSION = 1;
const CONTENT_KEYS = 'at,box,iv,kind,seq,type,v';
const KIND_PATTERN = /^[\w.:/-]{1,32}$/;
const IV_BYTES = 12;
/** Clocks of members may differ by this much; it also bounds how long a replay must be remembered. */
const MAX_CLOCK_DIFFERENCE_MS = 5 * 60_000;
/** What the signalling server's own frame adds: a sealed envelope must fit into one message of `LIMITS.envelopeBytes`. */
const FRAME_BYTES = 512;
/** Of a body before it is made smaller, so that whether it goes does not hang on what is in it. In Base64, a third more. */
const MAX_BODY_BYTES = (LIMITS.envelopeBytes * 3) / 4 - FRAME_BYTES;
/** Messages that wait to be opened; more than this is a flood, and the rest is dropped. */
const MAX_WAITING = 1024;
/** The upper part of a number tells the sealer's life, the lower counts within it. */
const COUNTER_SPAN = 2 ** 32;

/**
 * Seals what one address sends, and opens what comes to it. AES-256-GCM with a random 96-bit iv; the additional data
 * bind version, room, sender, receiver, number, type and time, so none of them can be changed on the way.
 */
export class EnvelopeSealer {
  readonly #key: CryptoKey;
  readonly #roomId: string;
  readonly #from: string;
  readonly #clock: Clock;
  readonly #onForged: ((from: string) => void) | undefined;
  /** A random start, so the next holder of the same address is not taken for a replay of the last one. */
  #seq = ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 2 ** 20) * COUNTER_SPAN;
  readonly #replays = new ReplayWindow();
  #sealing: Promise<unknown> = Promise.resolve();
  #opening: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: EnvelopeSealerOptions) {
    this.#key = options.key;
    this.#roomId = options.roomId;
    this.#from = options.from;
    this.#clock = options.clock;
    this.#onForged = options.onForged;
  }

  /**
   * Plain JSON content for `to`. `body` is any JSON value of depth up to 8, read at the time of the call. Calls settle
   * in the order they were made. Rejects with `signaling/bad-message` when the body could not be opened at the other end.
   */
  seal(to: string, type: string, body: unknown): Promise<unknown> {
    const text = toJson(body ?? null);
    if (text === undefined || !KIND_PATTERN.test(type) || parseSafeJson(text) === undefined) {
      return Promise.reject(new NexError('signaling/bad-message', 'The type or body cannot be sealed.'));
    }
    const seq = ++this.#seq;
    const at = Math.round(this.#clock.now());
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const additionalData = this.#bind(this.#from, to, seq, type, at);
    const sealed = this.#sealing.then(async () => {
      const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, this.#key, await pack(text));
      const content: EnvelopeContent = {
        type: 'nexrtc',
        v: VERSION,
        seq,
        at,
        kind: type,
        iv: encodeBase64(iv),
        box: encodeBase64(new Uint8Array(box)),
      };
      return content;
    });
    this.#sealing = sealed.catch(() => undefined);
    return sealed;
  }

  /**
   * What the message says, or null when it is not an authentic, recent, first-seen envelope of this room for
   * `message.to`. Never rejects; calls settle in the order they were made. That `message.to` is an address of ours
   * is for the caller to know: it is where the message came in.
   */
  open(message: { from: string; to: string; content: unknown }): Promise<OpenedEnvelope | null> {
    if (this.#waiting >= MAX_WAITING) return Promise.resolve(null);
    const arrivedAt = this.#clock.now();
    this.#waiting += 1;
    const opened = this.#opening
      .then(() => this.#unseal(message, arrivedAt))
      .catch(() => null)
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#opening = opened;
    return opened;
  }

  async #unseal(message: { from: string; to: string; content: unknown }, arrivedAt: number): Promise<OpenedEnvelope | null> {
    const { from, to, content } = message;
    if (from === this.#from) return null;
    if (!isEnvelopeContent(content)) return this.#reject(from);
    const { seq, at, kind } = content;
    if (Math.abs(arrivedAt - at) > MAX_CLOCK_DIFFERENCE_MS) return null;
    const life = `${String(Math.floor(seq / COUNTER_SPAN))} ${from}`;
    if (!this.#replays.isFresh(life, seq, at)) return null;
    const iv = decodeBase64(content.iv);
    const box = decodeBase64(content.box);
    if (iv?.length !== IV_BYTES || box === null) return this.#reject(from);
    const additionalData = this.#bind(from, to, seq, kind, at);
    const packed = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, this.#key, box).catch(() => null);
    if (packed === null) return this.#reject(from);
    // Only now: a forged number must not close the window for the true one.
    if (!this.#replays.take(life, seq, at)) return null;
    const text = await unpackText(new Uint8Array(packed), MAX_BODY_BYTES).catch(() => null);
    const body = text === null ? undefined : parseSafeJson(text);
    return body === undefined ? this.#reject(from) : { from, type: kind, body };
  }

  #reject(from: string): null {
    this.#onForged?.(from);
    return null;
  }

  #bind(from: string, to: string, seq: number, type: string, at: number): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(JSON.stringify([VERSION, this.#roomId, from, to, seq, type, at]));
  }
}

async function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return packText(text, MAX_BODY_BYTES).catch((cause: unknown) => {
    throw new NexError('signaling/bad-message', 'The body is too large for one envelope.', { cause });
  });
}

/** Undefined for what JSON cannot say: a function, a circle. */
function toJson(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
}

function isEnvelopeContent(content: unknown): content is EnvelopeContent {
  if (typeof content !== 'object' || content === null) return false;
  if (Object.keys(content).sort().join() !== CONTENT_KEYS) return false;
  const { type, v, seq, at, kind, iv, box } = content as Record<keyof EnvelopeContent, unknown>;
  if (type !== 'nexrtc' || v !== VERSION) return false;
  if (!Number.isSafeInteger(seq) || (seq as number) < 0 || !Number.isSafeInteger(at)) return false;
  if (typeof kind !== 'string' || !KIND_PATTERN.test(kind)) return false;
  if (typeof iv !== 'string' || typeof box !== 'string' || iv.length > 16) return false;
  return box.length <= LIMITS.envelopeBytes && JSON.stringify(content).length <= LIMITS.envelopeBytes;
}
