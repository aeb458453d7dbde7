import type { Scope } from '../../base/scope.js';
import { TRACK_SOURCES, type TrackSource } from '../engine-port.js';
import { SenderSettings, type SenderWish } from './sender-settings.js';

/**
 * What one session sends: a transceiver for each source from the first offer on. They stay empty until `setTrack`, so that
 * nothing is sent before the peer is proven and nothing is negotiated when a camera or screen comes or goes.
 */
export class SessionSenders {
  readonly #connection: RTCPeerConnection;
  readonly #scope: Scope;
  readonly #onTrack: (source: TrackSource, track: MediaStreamTrack) => void;
  readonly #senders = new Map<TrackSource, RTCRtpSender>();
  readonly #tracks = new Map<TrackSource, MediaStreamTrack | null>();
  readonly #settings = new Map<TrackSource, SenderSettings>();

  constructor(connection: RTCPeerConnection, scope: Scope, onTrack: (source: TrackSource, track: MediaStreamTrack) => void) {
    this.#connection = connection;
    this.#scope = scope;
    this.#onTrack = onTrack;
  }

  /** On the offering side. */
  create(): void {
    for (const source of TRACK_SOURCES) {
      this.#adopt(source, this.#connection.addTransceiver(isVideo(source) ? 'video' : 'audio', { direction: 'sendrecv' }));
    }
  }

  /** On the answering side, after the first offer was set: the sources are told by their order in it. */
  adopt(): void {
    if (this.#senders.size > 0) return;
    const transceivers = this.#connection.getTransceivers();
    TRACK_SOURCES.forEach((source, index) => {
      const transceiver = transceivers[index];
      if (!transceiver) return;
      transceiver.direction = 'sendrecv';
      this.#adopt(source, transceiver);
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

  /** How `source` is encoded, or (null) that what is encoded starts anew. */
  tune(source: TrackSource, wish: SenderWish | null): void {
    const settings = this.#settings.get(source);
    if (wish) settings?.set(wish);
    else settings?.restart();
  }

  #adopt(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#senders.set(source, transceiver.sender);
    this.#settings.set(source, new SenderSettings(transceiver.sender, source));
    const track = this.#tracks.get(source);
    if (track) void this.setTrack(source, track);
    this.#onTrack(source, transceiver.receiver.track);
  }
}

function isVideo(source: TrackSource): boolean {
  return source === 'camera' || source === 'screen';
}
