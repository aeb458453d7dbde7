import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import { TRACK_SOURCES, type SendLimit, type TrackSource } from '../engine-port.js';
import { CandidateBuffer } from './candidate-buffer.js';
import type { MeshMessage } from './mesh-messages.js';

export type CreatePeerConnection = (configuration: RTCConfiguration) => RTCPeerConnection;
export type SessionSignal = Extract<MeshMessage, { type: 'description' | 'candidate' }>;
export type ChannelName = 'control' | 'reliable' | 'fast';

export interface PeerSessionHandlers {
  onSignal(signal: SessionSignal): void;
  onDescribed(): void;
  onLocalCandidate(): void;
  onConnectionState(state: RTCPeerConnectionState): void;
  onMessage(channel: ChannelName, text: string): void;
  onChannelsOpen(): void;
  onTrack(source: TrackSource, track: MediaStreamTrack): void;
  onNegotiationError(error: unknown): void;
}

export interface PeerSessionOptions {
  readonly connectionId: string;
  readonly isOfferer: boolean;
  /** Gives way when both offer at once during a renegotiation. */
  readonly isPolite: boolean;
  readonly configuration: RTCConfiguration;
  readonly createPeerConnection: CreatePeerConnection;
  readonly clock: Clock;
  readonly handlers: PeerSessionHandlers;
}

/** An unanswered offer older than this is replaced, not said again: its candidates may be those of a lost network. */
const STALE_OFFER_MS = 4_000;

const CHANNELS: readonly { name: ChannelName; init: RTCDataChannelInit }[] = [
  { name: 'control', init: { id: 0, negotiated: true, ordered: true } },
  { name: 'reliable', init: { id: 1, negotiated: true, ordered: true } },
  { name: 'fast', init: { id: 2, negotiated: true, ordered: false, maxRetransmits: 0 } },
];

/**
 * One RTCPeerConnection: perfect negotiation, one queue, four transceivers and three channels from the first offer on.
 * The transceivers stay empty until `setTrack`, so that nothing is sent before the peer is proven
 * and nothing is negotiated when a camera or screen comes or goes.
 */
export class PeerSession {
  readonly connectionId: string;
  readonly #pc: RTCPeerConnection;
  readonly #scope: Scope;
  readonly #handlers: PeerSessionHandlers;
  readonly #isPolite: boolean;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #channels = new Map<ChannelName, RTCDataChannel>();
  readonly #senders = new Map<TrackSource, RTCRtpSender>();
  readonly #tracks = new Map<TrackSource, MediaStreamTrack | null>();
  readonly #candidates: CandidateBuffer;
  #queue: Promise<void> = Promise.resolve();
  #parameters: Promise<void> = Promise.resolve();
  #canOffer: boolean;
  #isMakingOffer = false;
  #isIgnoringOffer = false;
  #sealedSdp = '';
  #offeredAt = 0;

  constructor(options: PeerSessionOptions) {
    this.connectionId = options.connectionId;
    this.#handlers = options.handlers;
    this.#isPolite = options.isPolite;
    this.#canOffer = options.isOfferer;
    this.#clock = options.clock;
    this.#startedAt = options.clock.now();
    this.#scope = new Scope(options.clock);
    this.#pc = options.createPeerConnection({ ...options.configuration, bundlePolicy: 'max-bundle' });
    this.#candidates = new CandidateBuffer((candidate) => this.#addCandidate(candidate));
    this.#listen();
    for (const { name, init } of CHANNELS) this.#openChannel(name, init);
    if (options.isOfferer) {
      for (const source of TRACK_SOURCES) {
        const transceiver = this.#pc.addTransceiver(isVideo(source) ? 'video' : 'audio', { direction: 'sendrecv' });
        this.#adopt(source, transceiver);
      }
    }
  }

  /** The remote description as it came out of its seal: what the certificate in use is compared with. */
  get sealedSdp(): string {
    return this.#sealedSdp;
  }

  /** An offer of ours is out and unanswered. */
  get isAwaitingFirstAnswer(): boolean {
    return this.#sealedSdp === '' && this.#canOffer;
  }

  /** Every channel is: they do not open at the same moment. */
  get areChannelsOpen(): boolean {
    return [...this.#channels.values()].every(({ readyState }) => readyState === 'open');
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
      // An answer to an offer that was replaced meanwhile would pair the wrong generations of candidates.
      if (
        description.type === 'answer' &&
        (this.#pc.signalingState !== 'have-local-offer' || answersTo !== readUfrag(this.#pc.localDescription))
      )
        return;
      if (this.#sealedSdp !== '') this.#candidates.startGeneration();
      await this.#pc.setRemoteDescription(description);
      this.#sealedSdp = description.sdp;
      if (description.type === 'offer') {
        this.#adoptRemoteTransceivers();
        await this.#pc.setLocalDescription();
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

  /** Sends `track` (or nothing) as `source`; no negotiation. */
  async setTrack(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    this.#tracks.set(source, track);
    const sender = this.#senders.get(source);
    if (!sender || this.#scope.isClosed) return;
    await sender.replaceTrack(track).catch((error: unknown) => {
      if (!this.#scope.isClosed) throw error;
    });
  }

  /** Stops or resumes encoding a video source that is published: an unseen tile costs nothing. */
  setActive(source: TrackSource, isActive: boolean): Promise<void> {
    return this.#setEncodings(source, { active: isActive });
  }

  setSendLimit(source: TrackSource, limit: SendLimit): Promise<void> {
    const { maxBitrateBps, maxFrameRate, scaleDownBy } = limit;
    return this.#setEncodings(source, {
      maxBitrate: maxBitrateBps ?? undefined,
      ...(isVideo(source) ? { maxFramerate: maxFrameRate ?? undefined, scaleResolutionDownBy: scaleDownBy ?? undefined } : {}),
    });
  }

  send(channel: ChannelName, text: string): boolean {
    const dataChannel = this.#channels.get(channel);
    if (dataChannel?.readyState !== 'open') return false;
    try {
      dataChannel.send(text);
      return true;
    } catch {
      return false;
    }
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  restartIce(configuration: RTCConfiguration): void {
    if (this.#scope.isClosed) return;
    // An offer that got lost with the path is said again: no other may be made before it is answered.
    if (this.#pc.signalingState === 'have-local-offer') {
      if (this.isAwaitingFirstAnswer || this.#clock.now() - this.#offeredAt < STALE_OFFER_MS) {
        this.#sendDescription();
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
    for (const channel of this.#channels.values()) channel.close();
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
      this.#handlers.onLocalCandidate();
    });
    this.#scope.listen(pc, 'connectionstatechange', () => {
      this.#handlers.onConnectionState(pc.connectionState);
    });
  }

  async #offer(): Promise<void> {
    if (this.#pc.signalingState !== 'stable') return;
    try {
      this.#isMakingOffer = true;
      await this.#pc.setLocalDescription();
      this.#offeredAt = this.#clock.now();
      this.#sendDescription();
    } finally {
      this.#isMakingOffer = false;
    }
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (!description || (description.type !== 'offer' && description.type !== 'answer')) return;
    const { type, sdp } = description;
    const startedAt = this.isAwaitingFirstAnswer ? this.#startedAt : null;
    const answersTo = type === 'answer' ? readUfrag(this.#pc.remoteDescription) : null;
    this.#handlers.onSignal({ type: 'description', connectionId: this.connectionId, description: { type, sdp }, startedAt, answersTo });
    this.#handlers.onDescribed();
  }

  #openChannel(name: ChannelName, init: RTCDataChannelInit): void {
    const channel = this.#pc.createDataChannel(name, init);
    this.#channels.set(name, channel);
    this.#scope.listen(channel, 'message', (event) => {
      const { data } = event as MessageEvent<unknown>;
      if (typeof data === 'string') this.#handlers.onMessage(name, data);
    });
    this.#scope.listen(channel, 'open', () => {
      if (this.areChannelsOpen) this.#handlers.onChannelsOpen();
    });
  }

  /** On the answering side the sources are told by their order in the offer. */
  #adoptRemoteTransceivers(): void {
    if (this.#senders.size > 0) return;
    const transceivers = this.#pc.getTransceivers();
    TRACK_SOURCES.forEach((source, index) => {
      const transceiver = transceivers[index];
      if (!transceiver) return;
      transceiver.direction = 'sendrecv';
      this.#adopt(source, transceiver);
    });
  }

  #adopt(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#senders.set(source, transceiver.sender);
    const track = this.#tracks.get(source);
    if (track) void this.setTrack(source, track);
    this.#handlers.onTrack(source, transceiver.receiver.track);
  }

  /** One change at a time: parameters that were read before another change are refused. */
  #setEncodings(
    source: TrackSource,
    change: { readonly [Key in keyof RTCRtpEncodingParameters]?: RTCRtpEncodingParameters[Key] | undefined },
  ): Promise<void> {
    const changed = this.#parameters.then(async () => {
      const sender = this.#senders.get(source);
      if (!sender || this.#scope.isClosed) return;
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) {
        for (const [key, value] of Object.entries(change)) {
          if (value === undefined) Reflect.deleteProperty(encoding, key);
          else Reflect.set(encoding, key, value);
        }
      }
      await sender.setParameters(parameters);
    });
    this.#parameters = changed.catch(() => undefined);
    return changed;
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

function isVideo(source: TrackSource): boolean {
  return source === 'camera' || source === 'screen';
}
