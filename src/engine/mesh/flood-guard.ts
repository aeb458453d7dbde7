import type { Clock } from '../../base/clock.js';
import { LIMITS } from '../../base/limits.js';
import { TokenBucket } from './token-bucket.js';

/** What one peer may send; whoever sends stays below it by a quarter (`ReliableStream` does). Source: the threat table. */
export const FLOOD_LIMITS = {
  messagesPerSecond: 20,
  messageBurst: 40,
  bytesPerSecond: 64 * 1024,
  byteBurst: 128 * 1024,
  /** A message of `LIMITS.dataMessageBytes`, once sealed (a third more) and framed. */
  messageBytes: LIMITS.dataMessageBytes * 1.5,
  /** Too much for as long: the peer's data is not heard any more. */
  muteAfterMs: 3_000,
  /** Too much for as long in all: the connection is not worth keeping. */
  closeAfterMs: 10_000,
  /** Within the limits for as long: a muted peer is heard again, and what is calm from then on is taken off that sum. */
  calmMs: 2_000,
} as const;

/** `mute-started` and `close` say what `drop` says, and that it is the moment to act. */
export type FloodVerdict = 'take' | 'drop' | 'mute-started' | 'close';

/**
 * Judges how much one peer sends, before anything of it is parsed.
 *
 *     calm -too much-> over -3 s-> muted -10 s over in all-> close (final)
 *       `<-----2 s calm---'---------'
 */
export class FloodGuard {
  readonly #clock: Clock;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  /** When the present flood began and was last seen; null while there is none. */
  #flood: { readonly since: number; lastAt: number } | null = null;
  /** How long it was too much, over all floods, less what calm has paid back; and when it was too much last. */
  #over = { sumMs: 0, lastAt: -Infinity };
  #wasMuted = false;
  #isClosed = false;

  constructor(options: { readonly clock: Clock }) {
    const { clock } = options;
    this.#clock = clock;
    this.#messages = new TokenBucket({ clock, perSecond: FLOOD_LIMITS.messagesPerSecond, burst: FLOOD_LIMITS.messageBurst });
    this.#bytes = new TokenBucket({ clock, perSecond: FLOOD_LIMITS.bytesPerSecond, burst: FLOOD_LIMITS.byteBurst });
  }

  get isMuted(): boolean {
    this.#calmDown();
    return this.#wasMuted;
  }

  /** To be asked once for every message that comes; `size` is its length in characters. Constant time, nothing is kept. */
  judge(size: number): FloodVerdict {
    if (this.#isClosed) return 'close';
    this.#calmDown();
    const isTooMuch = size > FLOOD_LIMITS.messageBytes || !this.#messages.has(1) || !this.#bytes.has(size);
    if (!isTooMuch) {
      this.#messages.take(1);
      this.#bytes.take(size);
      return this.#wasMuted ? 'drop' : 'take';
    }
    return this.#handleFlood();
  }

  /**
   * For `durationMs` nothing could be received (a broken path, a sleeping or frozen page): what an honest peer said
   * meanwhile comes all at once, and is no flood. At most a minute is made good.
   */
  forgive(durationMs: number): void {
    const seconds = Math.min(60, Math.max(0, durationMs / 1000));
    this.#messages.give(seconds * FLOOD_LIMITS.messagesPerSecond);
    this.#bytes.give(seconds * FLOOD_LIMITS.bytesPerSecond);
  }

  #handleFlood(): FloodVerdict {
    const now = this.#clock.now();
    this.#flood ??= { since: now, lastAt: now };
    this.#flood.lastAt = now;
    if (this.#countOver(now) >= FLOOD_LIMITS.closeAfterMs) {
      this.#isClosed = true;
      return 'close';
    }
    const lastedMs = now - this.#flood.since;
    if (lastedMs < FLOOD_LIMITS.muteAfterMs || this.#wasMuted) return 'drop';
    this.#wasMuted = true;
    return 'mute-started';
  }

  #countOver(now: number): number {
    const gapMs = Math.max(0, now - this.#over.lastAt);
    const change = gapMs < FLOOD_LIMITS.calmMs ? gapMs : FLOOD_LIMITS.calmMs - gapMs;
    this.#over = { sumMs: Math.max(0, this.#over.sumMs + change), lastAt: now };
    return this.#over.sumMs;
  }

  #calmDown(): void {
    if (this.#isClosed || this.#flood === null) return;
    const calmMs = this.#clock.now() - this.#flood.lastAt;
    // Below zero the clock was set back: nobody is muted for the hours until it is there again.
    if (calmMs >= 0 && calmMs < FLOOD_LIMITS.calmMs) return;
    this.#flood = null;
    this.#wasMuted = false;
  }
}
