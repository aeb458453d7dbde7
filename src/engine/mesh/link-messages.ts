import type { Clock } from '../../base/clock.js';
import { LIMITS } from '../../base/limits.js';
import { parseSafeJson } from '../../base/safe-json.js';
import type { SealedMessage } from '../../security/sealed-message.js';
import type { KeyAnnouncement, SenderKeys } from '../../security/sender-keys.js';
import { FloodGuard } from './flood-guard.js';
import { readMeshMessage, type MeshMessage } from './mesh-messages.js';
import { ReliableStream } from './reliable-stream.js';
import type { ChannelName, SessionChannels } from './session-channels.js';
import { TokenBucket } from './token-bucket.js';

export interface LinkMessagesOptions {
  readonly remoteId: string;
  readonly clock: Clock;
  readonly keys: SenderKeys;
  readonly onControl: (message: MeshMessage) => void;
  readonly onData: (data: unknown) => void;
  /** Far more came than any honest member sends. */
  readonly onFlood: () => void;
}

/** What goes through a reliable stream: a key that is in use from now on, or a message with the key it was sealed with. */
interface StreamBody {
  readonly key: KeyAnnouncement;
  readonly message?: SealedMessage;
}

const MAX_HELD = 256;
/** Mending others' connections makes bursts of control messages; beyond this it is none of that. */
const CONTROL_RATE = { perSecond: 100, burst: 400 } as const;

/**
 * What is said to and by one member, whatever sessions and links it takes: checked, held until the peer is proven, and
 * (what is reliable) delivered once and in order even when it was said while the connection was down.
 */
export class LinkMessages {
  readonly #options: LinkMessagesOptions;
  readonly #stream: ReliableStream;
  readonly #guard: FloodGuard;
  readonly #controlRate: TokenBucket;
  #held: { channel: ChannelName; value: unknown }[] = [];
  #channels: SessionChannels | null = null;
  #isOpen = false;
  #wasOpen = false;

  constructor(options: LinkMessagesOptions) {
    this.#options = options;
    const { clock } = options;
    this.#guard = new FloodGuard({ clock });
    this.#controlRate = new TokenBucket({ clock, ...CONTROL_RATE });
    this.#stream = new ReliableStream({
      clock,
      write: (text) => this.#isOpen && (this.#channels?.send('reliable', text) ?? false),
      onMessage: (body) => {
        this.#handleStreamBody(body);
      },
    });
  }

  /** Whether a reliable message would be kept for it now. */
  get hasRoom(): boolean {
    return this.#wasOpen && this.#stream.pendingCount < MAX_HELD;
  }

  /** Whether it was told a key. */
  get wasOpen(): boolean {
    return this.#wasOpen;
  }

  /** The peer behind these channels is proven: it may be told about connections and members. */
  attach(channels: SessionChannels): void {
    this.#channels = channels;
  }

  /** Everything may flow; `deliverHeld` is to follow. */
  open(): void {
    this.#isOpen = this.#wasOpen = true;
    void this.#options.keys.announcement().then(
      (key) => this.sendKey(key),
      () => undefined,
    );
    this.#stream.resend();
  }

  /** What came too early. */
  deliverHeld(): void {
    for (const { channel, value } of this.#held.splice(0)) this.#deliver(channel, value);
  }

  /** The session is over: what comes over the next one is held until its peer is proven. */
  detach(): void {
    this.#isOpen = false;
    this.#channels = null;
    this.#held = [];
  }

  sendControl(message: MeshMessage): boolean {
    return this.#channels?.send('control', JSON.stringify(message)) ?? false;
  }

  /** Unordered, so that it does not queue behind what a bad path delays; empty, so that it is nobody's message. */
  sendHeartbeat(): void {
    this.#channels?.send('fast', '');
  }

  sendKey(key: KeyAnnouncement): void {
    const body: StreamBody = { key };
    if (this.#wasOpen) this.#stream.send(body);
  }

  /** Kept until it has come. Its key goes with it: by then a reloaded page may stand where the key was told. */
  sendReliable(message: SealedMessage, key: KeyAnnouncement): boolean {
    const body: StreamBody = { key, message };
    return this.#wasOpen && this.#stream.send(body);
  }

  /** Lost when there is no connection. */
  sendFast(message: SealedMessage): boolean {
    return this.#isOpen && (this.#channels?.send('fast', JSON.stringify(message)) ?? false);
  }

  receive(channel: ChannelName, text: string): void {
    if (text === '' || !this.#mayCome(channel, text.length)) return;
    const value = parseSafeJson(text);
    if (value === undefined) return;
    if (this.#isOpen) this.#deliver(channel, value);
    else if (this.#held.length < MAX_HELD) this.#held.push({ channel, value });
  }

  /** Nothing could come for so long: what comes now all at once is no flood. */
  forgive(durationMs: number): void {
    this.#guard.forgive(durationMs);
  }

  close(): void {
    this.detach();
    this.#stream.close();
    this.#options.keys.forget(this.#options.remoteId);
  }

  #mayCome(channel: ChannelName, size: number): boolean {
    if (channel === 'control') {
      if (size > LIMITS.envelopeBytes || !this.#controlRate.has(1)) return false;
      this.#controlRate.take(1);
      return true;
    }
    const verdict = this.#guard.judge(size);
    if (verdict === 'close') this.#options.onFlood();
    return verdict === 'take';
  }

  #deliver(channel: ChannelName, value: unknown): void {
    if (channel === 'reliable') this.#stream.handleFrame(value);
    else if (channel === 'fast') this.#unseal(value);
    else {
      const message = readMeshMessage(value);
      if (message) this.#options.onControl(message);
    }
  }

  #handleStreamBody(body: unknown): void {
    if (typeof body !== 'object' || body === null) return;
    const { key, message } = body as Readonly<Record<string, unknown>>;
    if (key !== undefined) void this.#options.keys.learn(this.#options.remoteId, key);
    if (message !== undefined) this.#unseal(message);
  }

  #unseal(message: unknown): void {
    void this.#options.keys.open(this.#options.remoteId, message).then((opened) => {
      if (opened) this.#options.onData(opened.body);
    });
  }
}
