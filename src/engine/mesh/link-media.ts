import type { EmitEngineEvent, SendLimit, TrackSource } from '../engine-port.js';
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
  #senders: SessionSenders | null = null;
  #isPaused = false;

  constructor(options: LinkMediaOptions) {
    this.#options = options;
  }

  /** The peer of this session is proven. */
  release({ senders, tracks }: Pick<PeerSession, 'senders' | 'tracks'>): void {
    const { localTracks, sendLimits, emit, remoteId } = this.#options;
    this.#senders = senders;
    for (const [source, track] of localTracks) void senders.setTrack(source, track);
    for (const [source, limit] of sendLimits) this.setSendLimit(source, limit);
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

  setActive(source: TrackSource, isActive: boolean): void {
    if (isActive) this.#unseen.delete(source);
    else this.#unseen.add(source);
    if (!this.#isPaused) this.#setActive(source, isActive);
  }

  /**
   * For while nothing comes through: what was sent in vain would be asked for again afterwards, and frames that come
   * seconds late make the receiver hold all later ones back (measured: 2 s longer without a picture).
   */
  pausePictures(): void {
    this.#isPaused = true;
    for (const source of PICTURES) this.#setActive(source, false);
  }

  resumePictures(): void {
    if (this.#isPaused) this.refreshPictures();
  }

  /**
   * Starts every picture anew. After a gap the receiver waits for packets that will never come and asks for a key frame
   * only after 3 s; switching an encoding off and on makes one now (measured: pictures back after 0.5 s instead of 4 s).
   */
  refreshPictures(): void {
    for (const source of PICTURES) {
      if (this.#unseen.has(source)) continue;
      if (!this.#isPaused && this.#options.localTracks.has(source)) this.#setActive(source, false);
      this.#setActive(source, true);
    }
    this.#isPaused = false;
  }

  setSendLimit(source: TrackSource, limit: SendLimit): void {
    this.#senders?.setLimit(source, limit).catch(() => undefined);
  }

  #setActive(source: TrackSource, isActive: boolean): void {
    this.#senders?.setActive(source, isActive).catch(() => undefined);
  }
}
