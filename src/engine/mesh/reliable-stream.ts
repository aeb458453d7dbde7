import type { Clock } from '../../base/clock.js';
import { randomHex } from '../../base/random.js';
import { Scope } from '../../base/scope.js';
import { FLOOD_LIMITS } from './flood-guard.js';
import { readReliableFrame, writeReliableFrame } from './reliable-frame.js';
import { RELIABLE_LIMITS } from './reliable-limits.js';
import { ReliableReceiver } from './reliable-receiver.js';
import { TokenBucket } from './token-bucket.js';

export interface ReliableStreamOptions {
  readonly clock: Clock;
  /** Hands JSON text to the channel there is now; false when there is none or it takes no more. */
  readonly write: (text: string) => boolean;
  /** A message of the other side: once each, in the order of sending. */
  readonly onMessage: (body: unknown) => void;
  /** The other side has begun anew (its page was reloaded) and knows nothing of what was before. */
  readonly onRestart?: () => void;
}

/**
 * The reliable messages to and from one peer over its whole life, whatever becomes of the channels in between: numbered,
 * kept until acknowledged, sent again when a new channel is there, delivered once and in order.
 *
 * The stream's random id is the same as long as the stream lives, so a peer that merely reconnects goes on where it was;
 * one with a new id is a new page, which is sent what is still kept and numbers its own messages from the start.
 */
export class ReliableStream {
  readonly id = randomHex(8);
  readonly #options: ReliableStreamOptions;
  readonly #scope: Scope;
  readonly #receiver = new ReliableReceiver();
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  /** What is not acknowledged, as JSON; the first has the number `#base`. */
  readonly #outbox: string[] = [];
  #outboxSize = 0;
  #base = 1;
  /** Number of the next message to be written, now or again. */
  #cursor = 1;
  #highestSent = 0;
  /** Frames that came since the last acknowledgement was written. */
  #owed = 0;
  #probeDelayMs: number = RELIABLE_LIMITS.probeMs;
  #isProbing = false;
  #cancelAck: (() => void) | null = null;
  #cancelPace: (() => void) | null = null;
  #cancelProbe: (() => void) | null = null;

  constructor(options: ReliableStreamOptions) {
    const { clock } = options;
    this.#options = options;
    this.#scope = new Scope(clock);
    this.#messages = new TokenBucket({ clock, perSecond: RELIABLE_LIMITS.messagesPerSecond, burst: RELIABLE_LIMITS.messageBurst });
    this.#bytes = new TokenBucket({ clock, perSecond: RELIABLE_LIMITS.bytesPerSecond, burst: RELIABLE_LIMITS.byteBurst });
  }

  /** How many messages are not acknowledged yet. */
  get pendingCount(): number {
    return this.#outbox.length;
  }

  /**
   * Takes any JSON value for delivery, read at the time of the call. False when 256 messages or 1 MiB wait already, when
   * it is larger than the other side would take, or no JSON.
   */
  send(body: unknown): boolean {
    const text = toJson(body);
    if (this.#scope.isClosed || text === undefined) return false;
    if (text.length + RELIABLE_LIMITS.frameCharacters > FLOOD_LIMITS.messageBytes) return false;
    if (this.#outbox.length >= RELIABLE_LIMITS.messages || this.#outboxSize + text.length > RELIABLE_LIMITS.characters) return false;
    this.#outbox.push(text);
    this.#outboxSize += text.length;
    this.#pump();
    this.#armProbe();
    return true;
  }

  /** What came over the channel, parsed. False when it is no frame: nothing is taken of it then. */
  handleFrame(value: unknown): boolean {
    const frame = readReliableFrame(value);
    if (frame === null || this.#scope.isClosed) return false;
    const wasMet = this.#receiver.stream !== null;
    const life = this.#receiver.meet(frame);
    if (life === 'over') return true;
    if (life === 'begun' && wasMet) this.#options.onRestart?.();
    if (frame.to === this.id) this.#handleAck(frame.ack);
    if (frame.seq === null) return true;
    this.#receiver.accept(frame.seq, frame.body);
    for (let next = this.#receiver.take(); next; next = this.#receiver.take()) this.#options.onMessage(next.body);
    // A double too: its sender has not heard that it came.
    this.#owed += 1;
    if (this.#owed >= RELIABLE_LIMITS.ackEvery) this.#write(null, null);
    else this.#oweAck();
    return true;
  }

  /** A new channel is ready: everything that is not acknowledged goes over it. */
  resend(): void {
    if (this.#scope.isClosed) return;
    this.#cursor = this.#base;
    this.#isProbing = false;
    this.#probeDelayMs = RELIABLE_LIMITS.probeMs;
    if (this.#receiver.stream !== null) this.#write(null, null);
    this.#pump();
    this.#armProbe();
  }

  /** Forgets what was not delivered. Idempotent. */
  close(): void {
    this.#scope.close();
    this.#outbox.length = 0;
    this.#outboxSize = 0;
  }

  /** As much as the channel and the other's flood guard take now; the rest when its time has come. */
  #pump(): void {
    this.#cancelPace?.();
    this.#cancelPace = null;
    for (;;) {
      const text = this.#outbox[this.#cursor - this.#base];
      if (text === undefined) return;
      const size = text.length + RELIABLE_LIMITS.frameCharacters;
      if (!this.#messages.has(1) || !this.#bytes.has(size)) {
        const waitMs = Math.max(1, Math.ceil(Math.max(this.#messages.waitMs(1), this.#bytes.waitMs(size))));
        this.#cancelPace = this.#scope.after(waitMs, () => {
          this.#pump();
        });
        return;
      }
      if (!this.#write(this.#cursor, text)) return;
      this.#cursor += 1;
    }
  }

  #write(seq: number | null, text: string | null): boolean {
    const { stream: to, ack } = this.#receiver;
    if (!this.#options.write(writeReliableFrame({ stream: this.id, to, ack, base: this.#base }, seq, text))) return false;
    this.#messages.take(1);
    this.#bytes.take(RELIABLE_LIMITS.frameCharacters + (text?.length ?? 0));
    if (seq !== null) this.#highestSent = Math.max(this.#highestSent, seq);
    // Every frame acknowledges.
    this.#owed = 0;
    this.#cancelAck?.();
    this.#cancelAck = null;
    return true;
  }

  #handleAck(ack: number): void {
    // What was never sent cannot have come.
    if (ack < this.#base || ack > this.#highestSent) return;
    for (const text of this.#outbox.splice(0, ack + 1 - this.#base)) this.#outboxSize -= text.length;
    this.#base = ack + 1;
    this.#cursor = Math.max(this.#cursor, this.#base);
    // The probe has told where the other side is: what it lacks follows.
    if (this.#isProbing) this.#cursor = this.#base;
    this.#isProbing = false;
    this.#probeDelayMs = RELIABLE_LIMITS.probeMs;
    this.#cancelProbe?.();
    this.#cancelProbe = null;
    this.#pump();
    this.#armProbe();
  }

  #oweAck(): void {
    this.#cancelAck ??= this.#scope.after(RELIABLE_LIMITS.ackDelayMs, () => {
      this.#cancelAck = null;
      this.#write(null, null);
    });
  }

  #armProbe(): void {
    if (this.#cancelProbe !== null || this.#outbox.length === 0) return;
    this.#cancelProbe = this.#scope.after(this.#probeDelayMs, () => {
      this.#cancelProbe = null;
      this.#probe();
    });
  }

  /** Within a channel nothing is lost but what the other's flood guard dropped; a dead channel must not be filled up. */
  #probe(): void {
    this.#probeDelayMs = Math.min(this.#probeDelayMs * 2, RELIABLE_LIMITS.longestProbeMs);
    const [oldest] = this.#outbox;
    if (oldest !== undefined && this.#cursor > this.#base) this.#isProbing = this.#write(this.#base, oldest);
    this.#pump();
    this.#armProbe();
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
