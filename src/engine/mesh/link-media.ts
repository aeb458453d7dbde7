import { TRACK_SOURCES, type EmitEngineEvent, type SendLimit, type TrackSource } from '../engine-port.js';
import { isPicture } from './is-picture.js';
import type { MeshMessage } from './mesh-messages.js';
import type { PeerSession } from './peer-session.js';
import type { SessionSenders } from './session-senders.js';

export interface LinkMediaOptions {
  readonly remoteId: string;
  readonly emit: EmitEngineEvent;
  /** What is published now; read when the peer is proven. */
  readonly localTracks: ReadonlyMap<TrackSource, MediaStreamTrack>;
  readonly sendLimits: ReadonlyMap<TrackSource, SendLimit>;
}

const PICTURES = ['camera', 'screen'] as const;

/** What is sent to and received from one participant. Nothing passes either way before the peer is proven. */
export class LinkMedia {
  readonly #options: LinkMediaOptions;
  /** What the other does not want to see. */
  readonly #unseen = new Set<TrackSource>();
  /** For this participant alone. */
  readonly #ownLimits = new Map<TrackSource, SendLimit>();
  #senders: SessionSenders | null = null;
  #isPaused = false;

  constructor(options: LinkMediaOptions) {
    this.#options = options;
  }

  /** The peer of this session is proven. */
  release({ senders, tracks }: Pick<PeerSession, 'senders' | 'tracks'>): void {
    const { localTracks, emit, remoteId } = this.#options;
    this.#senders = senders;
    // Before there is anything to encode: no encoder has to be set up twice.
    for (const source of TRACK_SOURCES) this.tune(source);
    for (const [source, track] of localTracks) void senders.setTrack(source, track);
    for (const [source, track] of tracks) emit('track', { participantId: remoteId, source, track });
  }

  /** A new session begins, with a peer that is to be proven. */
  hold(): void {
    this.#senders = null;
    this.#isPaused = false;
    this.#unseen.clear();
  }

  async publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    await this.#senders?.setTrack(source, track);
  }

  /** The other says what it wants to see. */
  handleWish({ source, isVisible, width = 0, height = 0 }: Extract<MeshMessage, { type: 'wish' }>): void {
    if (isVisible) this.#unseen.delete(source);
    else this.#unseen.add(source);
    this.tune(source);
    this.#options.emit('receive-wish', { participantId: this.#options.remoteId, source, wish: { isVisible, width, height } });
  }

  /**
   * For while nothing comes through: what was sent in vain would be asked for again afterwards, and frames that come
   * seconds late make the receiver hold all later ones back (measured: 2 s longer without a picture).
   */
  pausePictures(): void {
    this.#isPaused = true;
    for (const source of PICTURES) this.tune(source);
  }

  resumePictures(): void {
    if (this.#isPaused) this.refreshPictures();
  }

  /**
   * Starts every picture anew. After a gap the receiver waits for packets that will never come and asks for a key frame
   * only after 3 s; switching an encoding off and on makes one now (measured: pictures back after 0.5 s instead of 4 s).
   */
  refreshPictures(): void {
    this.#isPaused = false;
    for (const source of PICTURES) {
      this.tune(source);
      if (this.#options.localTracks.has(source)) this.#senders?.restart(source);
    }
  }

  /** In place of the limit for all; null goes back to that. */
  setOwnLimit(source: TrackSource, limit: SendLimit | null): void {
    if (limit) this.#ownLimits.set(source, limit);
    else this.#ownLimits.delete(source);
    this.tune(source);
  }

  /** What is sent as `source` follows what was asked for by either side. */
  tune(source: TrackSource): void {
    const { isOff, ...limit } = this.#ownLimits.get(source) ?? this.#options.sendLimits.get(source) ?? {};
    const isStopped = isPicture(source) && !!(isOff || this.#isPaused || this.#unseen.has(source));
    this.#senders?.tune(source, isStopped ? { isOff: true } : limit);
    this.#senders?.stop(source, isStopped);
  }
}
