import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import { isProvenPeer } from '../../security/fingerprint-proof.js';
import type { TrackSource } from '../engine-port.js';
import { CandidateBuffer } from './candidate-buffer.js';
import type { MeshMessage } from './mesh-messages.js';
import { readMediaArrivals, type MediaArrivals } from './media-arrivals.js';
import { orderSound } from './order-sound.js';
import { SessionChannels, type ChannelName } from './session-channels.js';
import { SessionSenders } from './session-senders.js';
import { tuneOpus } from './tune-opus.js';

export type CreatePeerConnection = (configuration: RTCConfiguration) => RTCPeerConnection;
export type SessionSignal = Extract<MeshMessage, { type: 'description' | 'candidate' }>;

export interface PeerSessionHandlers {
  onSignal(signal: SessionSignal): void;
  /** An own description, or an own candidate, was sent. */
  onProgress(event: 'described' | 'candidate'): void;
  onConnectionState(state: RTCPeerConnectionState): void;
  onMessage(channel: ChannelName, text: string): void;
  onChannelsOpen(): void;
  onNegotiationError(error: unknown): void;
}

export interface PeerSessionOptions {
  readonly connectionId: string;
  readonly isOfferer: boolean;
  /** Made beside a silent one, which stays until this one works. */
  readonly isSpare: boolean;
  /** Gives way when both offer at once during a renegotiation. */
  readonly isPolite: boolean;
  readonly configuration: RTCConfiguration;
  readonly createPeerConnection: CreatePeerConnection;
  /** Sound is to be sent twice now, which no loss of single packets is heard through. */
  readonly isSoundDoubled: () => boolean;
  readonly clock: Clock;
  readonly handlers: PeerSessionHandlers;
}

/** An unanswered offer older than this is replaced, not said again: its candidates may be those of a lost network. */
const STALE_OFFER_MS = 4_000;

/** A restart of the other side is given as long before we begin one ourselves. */
const RESTART_GRACE_MS = 2_500;

/** One RTCPeerConnection: perfect negotiation, one queue, senders and channels from the first offer on. */
export class PeerSession {
  readonly connectionId: string;
  readonly senders: SessionSenders;
  readonly channels: SessionChannels;
  /** What comes of each source; empty before the first offer is known. */
  readonly tracks = new Map<TrackSource, MediaStreamTrack>();
  readonly #pc: RTCPeerConnection;
  readonly #scope: Scope;
  readonly #handlers: PeerSessionHandlers;
  readonly #isPolite: boolean;
  readonly #isSpare: boolean;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #candidates: CandidateBuffer;
  #queue: Promise<void> = Promise.resolve();
  #canOffer: boolean;
  #isMakingOffer = false;
  #isIgnoringOffer = false;
  /** The remote description as it came out of its seal: what the certificate in use is compared with. */
  #sealedSdp = '';
  #isProven = false;
  readonly #shallDouble: () => boolean;
  #isSoundDoubled = false;
  #offeredAt = 0;
  #heardOfferAt = 0;

  constructor(options: PeerSessionOptions) {
    const { handlers, clock } = options;
    this.connectionId = options.connectionId;
    this.#handlers = handlers;
    this.#shallDouble = options.isSoundDoubled;
    this.#isPolite = options.isPolite;
    this.#isSpare = options.isSpare;
    this.#canOffer = options.isOfferer;
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#scope = new Scope(clock);
    this.#pc = options.createPeerConnection({ ...options.configuration, bundlePolicy: 'max-bundle' });
    this.#candidates = new CandidateBuffer((candidate) => this.#addCandidate(candidate));
    this.#listen();
    this.channels = new SessionChannels({
      connection: this.#pc,
      scope: this.#scope,
      isHeld: options.isSpare,
      onMessage: (channel, text) => {
        handlers.onMessage(channel, text);
      },
      onOpen: () => {
        handlers.onChannelsOpen();
      },
    });
    this.senders = new SessionSenders({
      connection: this.#pc,
      scope: this.#scope,
      tracks: this.tracks,
    });
    if (options.isOfferer) this.senders.create();
  }

  /** The other is who it says, and all channels to it are open. */
  get isUsable(): boolean {
    return this.#isProven && this.channels.areOpen;
  }

  get isProven(): boolean {
    return this.#isProven;
  }

  get startedAt(): number {
    return this.#startedAt;
  }

  /** An offer of ours is out and unanswered. */
  get isAwaitingFirstAnswer(): boolean {
    return this.#sealedSdp === '' && this.#canOffer;
  }

  /** The other side has just begun to look for a new path. */
  get isBeingRestarted(): boolean {
    return this.#clock.now() - this.#heardOfferAt < RESTART_GRACE_MS;
  }

  /** The room may be another size: how often sound is sent is agreed on anew. */
  followRoom(): void {
    if (this.#canOffer && this.#isSoundDoubled !== this.#shallDouble()) this.#enqueue(() => this.#offer());
  }

  handleDescription({ description, answersTo }: Extract<SessionSignal, { type: 'description' }>): void {
    this.#enqueue(async () => {
      if (description.type === 'offer' && description.sdp === this.#sealedSdp) {
        // It came by two ways, or our answer was lost.
        if (this.#pc.signalingState === 'stable') this.#sendDescription();
        return;
      }
      const isCollision = description.type === 'offer' && (this.#isMakingOffer || this.#pc.signalingState !== 'stable');
      this.#isIgnoringOffer = !this.#isPolite && isCollision;
      if (this.#isIgnoringOffer) return;
      if (description.type === 'answer' && !this.#isAnswered(answersTo)) return;
      if (this.#sealedSdp !== '') this.#candidates.startGeneration();
      await this.#pc.setRemoteDescription({
        ...description,
        sdp: tuneOpus(orderSound(description.sdp, (this.#isSoundDoubled = this.#shallDouble())), this.senders.isStereo),
      });
      this.#sealedSdp = description.sdp;
      if (description.type === 'offer') {
        this.#heardOfferAt = this.#clock.now();
        this.senders.adopt();
        await this.senders.describe(this.#sealedSdp);
        this.#canOffer = true;
        this.#sendDescription();
      }
      await this.#candidates.release();
    });
  }

  handleCandidate(candidate: RTCIceCandidateInit): void {
    this.#enqueue(async () => {
      await this.#candidates.push(candidate);
    });
  }

  /** Once connected: false when the certificate in use is not the announced one. */
  async prove(): Promise<boolean> {
    this.#isProven = isProvenPeer(await this.getStats(), this.#sealedSdp) !== false;
    return this.#isProven;
  }

  /** With a source, of what is sent as that. */
  getStats(source?: TrackSource): Promise<RTCStatsReport> {
    return ((source && this.senders.get(source)) ?? this.#pc).getStats();
  }

  async readArrivals(): Promise<MediaArrivals> {
    return readMediaArrivals(await this.getStats());
  }

  /** With the candidates found so far. */
  repeatOffer(): void {
    if (this.#pc.signalingState === 'have-local-offer') this.#sendDescription();
  }

  restartIce(configuration: RTCConfiguration): void {
    if (this.#scope.isClosed) return;
    // An offer that got lost with the path is said again: no other may be made before it is answered.
    if (this.#pc.signalingState === 'have-local-offer') {
      if (this.isAwaitingFirstAnswer || this.#clock.now() - this.#offeredAt < STALE_OFFER_MS) {
        this.repeatOffer();
        return;
      }
      this.#enqueue(async () => {
        if (this.#pc.signalingState === 'have-local-offer') await this.#pc.setLocalDescription({ type: 'rollback' });
      });
    }
    this.#enqueue(() => {
      this.#pc.setConfiguration({ ...configuration, bundlePolicy: 'max-bundle' });
      this.#pc.restartIce();
      return Promise.resolve();
    });
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.channels.close();
    this.#pc.close();
  }

  #listen(): void {
    const pc = this.#pc;
    this.#scope.listen(pc, 'negotiationneeded', () => {
      if (this.#canOffer) this.#enqueue(() => this.#offer());
    });
    this.#scope.listen(pc, 'icecandidate', (event) => {
      const { candidate } = event as RTCPeerConnectionIceEvent;
      if (!candidate?.candidate) return;
      this.#handlers.onSignal({ type: 'candidate', connectionId: this.connectionId, candidate: candidate.toJSON() });
      this.#handlers.onProgress('candidate');
    });
    this.#scope.listen(pc, 'connectionstatechange', () => {
      this.#handlers.onConnectionState(pc.connectionState);
    });
  }

  async #offer(): Promise<void> {
    if (this.#pc.signalingState !== 'stable') return;
    try {
      this.#isMakingOffer = true;
      await this.senders.describe(this.#sealedSdp);
      this.#offeredAt = this.#clock.now();
      this.#sendDescription();
    } finally {
      this.#isMakingOffer = false;
    }
  }

  /** An answer to an offer that was replaced meanwhile would pair the wrong generations of candidates. */
  #isAnswered(answersTo: string | null): boolean {
    return this.#pc.signalingState === 'have-local-offer' && answersTo === readUfrag(this.#pc.localDescription);
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (!description || (description.type !== 'offer' && description.type !== 'answer')) return;
    const { type, sdp } = description;
    this.#handlers.onSignal({
      type: 'description',
      connectionId: this.connectionId,
      description: { type, sdp },
      startedAt: this.isAwaitingFirstAnswer ? this.#startedAt : null,
      answersTo: type === 'answer' ? readUfrag(this.#pc.remoteDescription) : null,
      isSpare: this.#isSpare,
    });
    this.#handlers.onProgress('described');
  }

  async #addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      if (!this.#isIgnoringOffer) throw error;
    }
  }

  #enqueue(run: () => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      if (this.#scope.isClosed) return;
      try {
        await run();
      } catch (error) {
        if (!this.#scope.isClosed) this.#handlers.onNegotiationError(error);
      }
    });
  }
}

function readUfrag(description: RTCSessionDescription | null): string | null {
  return /^a=ice-ufrag:(\S+)/m.exec(description?.sdp ?? '')?.[1] ?? null;
}
