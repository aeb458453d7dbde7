import type { Clock } from '../../base/clock.js';
import type { RoomKeys } from '../../security/room-keys.js';
import { EnvelopeSealer } from '../../signaling/sealed-envelope.js';
import type {
  EndpointHandlers,
  EndpointPhase,
  SignalingEndpoint,
  SignalingMessage,
  SignalingPort,
} from '../../signaling/signaling-port.js';
import { isMemberId, readMeshMessage, type MeshMessage } from './mesh-messages.js';

export interface MailroomOptions {
  readonly signaling: SignalingPort;
  readonly keys: RoomKeys;
  readonly localId: string;
  readonly clock: Clock;
  readonly onMessage: (from: string, message: MeshMessage) => void;
  /** A letter that claims to be from `from` was changed on the way, or sealed with another key. */
  readonly onForged: (from: string) => void;
  readonly onPhase: (phase: EndpointPhase) => void;
  readonly onUndeliverable: (to: string) => void;
  /** Hands a sealed letter to other members, who hand it on. */
  readonly relay: (to: string, content: unknown) => void;
}

const MAX_UNSENT = 64;
/** Older letters speak of connections that have been given up. */
const UNSENT_LIMIT_MS = 5_000;

/** Our own address on the server: seals what goes out, opens and checks what comes in (also for the slots we hold). */
export class Mailroom {
  readonly #options: MailroomOptions;
  readonly #sealer: EnvelopeSealer;
  #endpoint: SignalingEndpoint | null = null;
  #openSince = 0;
  /** What could not be sent lately, oldest first: a slot may be heard at before our own address is back. */
  #unsent: { readonly to: string; readonly content: unknown; readonly at: number }[] = [];
  #isClosed = false;

  constructor(options: MailroomOptions) {
    this.#options = options;
    const { keys, localId, clock, onForged } = options;
    this.#sealer = new EnvelopeSealer({ key: keys.sealKey, roomId: keys.roomId, from: localId, clock, onForged });
  }

  get isReachable(): boolean {
    return this.#endpoint?.phase === 'open';
  }

  /** False when our address is taken. */
  async open(): Promise<boolean> {
    const { signaling, localId, clock, onPhase, onUndeliverable } = this.#options;
    const handlers: EndpointHandlers = {
      onMessage: (message) => void this.receive(message),
      onPhase: (phase) => {
        if (phase === 'open') {
          this.#openSince = clock.now();
          this.#sendUnsent();
        }
        onPhase(phase);
      },
      onUndeliverable,
    };
    const endpoint = await signaling.open(localId, handlers, { isOursForLife: true });
    if (endpoint === 'taken') return false;
    if (this.#isClosed) {
      endpoint.close();
      return false;
    }
    this.#endpoint = endpoint;
    this.#openSince = clock.now();
    this.#sendUnsent();
    return true;
  }

  async receive(message: SignalingMessage): Promise<void> {
    // Our own knock at a slot that we hold ourselves is no news.
    if (message.from === this.#options.localId || !isMemberId(message.from)) return;
    const envelope = await this.#sealer.open(message);
    if (this.#isClosed) return;
    const content = envelope && readMeshMessage(envelope.body);
    if (content) this.#options.onMessage(message.from, content);
  }

  /** Hands over for delivery; there is no receipt. `isUrgent`: through other members too, whatever comes first. */
  async send(to: string, message: MeshMessage, isUrgent = false): Promise<void> {
    const content = await this.#sealer.seal(to, message.type, message);
    const isSent = this.#endpoint?.send(to, content) ?? false;
    if (!isSent) this.#keepUnsent(to, content);
    if (!isSent || isUrgent) this.#options.relay(to, content);
  }

  /** Claiming is how one asks whether somebody is still there; only a server that was there all the while since then can tell. */
  async isAddressFree(address: string, sinceMs: number): Promise<boolean> {
    if (!this.isReachable || this.#openSince > sinceMs) return false;
    const endpoint = await this.#options.signaling.open(address, { onMessage: () => undefined });
    if (endpoint === 'taken') return false;
    endpoint.close();
    return true;
  }

  /** The line may be dead without knowing, or waiting for its next attempt. */
  reconnectNow(): void {
    this.#endpoint?.reconnectNow();
  }

  /** Takes a new line in place of the one there is. */
  reset(): void {
    this.#endpoint?.reset();
  }

  close(): void {
    this.#isClosed = true;
    this.#unsent = [];
    this.#endpoint?.close();
  }

  #keepUnsent(to: string, content: unknown): void {
    if (this.#isClosed) return;
    this.#unsent.push({ to, content, at: this.#options.clock.now() });
    if (this.#unsent.length > MAX_UNSENT) this.#unsent.shift();
  }

  #sendUnsent(): void {
    const since = this.#options.clock.now() - UNSENT_LIMIT_MS;
    for (const { to, content, at } of this.#unsent.splice(0)) if (at >= since) this.#endpoint?.send(to, content);
  }
}
