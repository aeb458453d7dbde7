import { LIMITS } from '../../base/limits.js';
import { parseSafeJson } from '../../base/safe-json.js';
import { readMeshMessage, type MeshMessage } from './mesh-messages.js';
import type { ChannelName, SessionSignal } from './peer-session.js';

type CandidateSignal = Extract<SessionSignal, { type: 'candidate' }>;

const MAX_HELD_MESSAGES = 256;

export interface LinkInboxHandlers {
  onControl(message: MeshMessage): void;
  onData(data: unknown): void;
  onSignal(signal: SessionSignal): void;
}

/** Checks what comes in over the channels and holds it, in order, until the peer is proven. */
export class LinkInbox {
  readonly #handlers: LinkInboxHandlers;
  readonly #held: { channel: ChannelName; value: unknown }[] = [];
  #early: CandidateSignal[] = [];
  #isOpen = false;

  constructor(handlers: LinkInboxHandlers) {
    this.#handlers = handlers;
  }

  receive(channel: ChannelName, text: string): void {
    const limit = channel === 'control' ? LIMITS.envelopeBytes : LIMITS.dataMessageBytes;
    if (text.length > limit) return;
    const value = parseSafeJson(text);
    if (value === undefined) return;
    if (this.#isOpen) this.#deliver(channel, value);
    else if (this.#held.length < MAX_HELD_MESSAGES) this.#held.push({ channel, value });
  }

  open(): void {
    this.#isOpen = true;
    for (const { channel, value } of this.#held.splice(0)) this.#deliver(channel, value);
  }

  /** A new session begins: hold again until its peer is proven. */
  shut(): void {
    this.#isOpen = false;
    this.#held.length = 0;
  }

  /** A candidate that overtook the offer it belongs to. */
  keepCandidate(signal: CandidateSignal): void {
    if (this.#early.length < LIMITS.candidatesPerGeneration) this.#early.push(signal);
  }

  takeCandidates(connectionId: string): readonly RTCIceCandidateInit[] {
    const taken = this.#early.filter((signal) => signal.connectionId === connectionId);
    this.#early = this.#early.filter((signal) => signal.connectionId !== connectionId);
    return taken.map((signal) => signal.candidate);
  }

  #deliver(channel: ChannelName, value: unknown): void {
    if (channel !== 'control') {
      this.#handlers.onData(value);
      return;
    }
    const message = readMeshMessage(value);
    if (!message) return;
    if (message.type === 'description' || message.type === 'candidate') this.#handlers.onSignal(message);
    else this.#handlers.onControl(message);
  }
}
