import type { Scope } from '../../base/scope.js';
import { TRACK_SOURCES, type SendLimit, type TrackSource } from '../engine-port.js';
import { isPicture } from './is-picture.js';

export interface SessionSendersOptions {
  readonly connection: RTCPeerConnection;
  readonly scope: Scope;
  /** Takes what comes of each source. */
  readonly tracks: Map<TrackSource, MediaStreamTrack>;
}

/**
 * What one session sends: a transceiver for each source from the first offer on. They stay empty until `setTrack`, so that
 * nothing is sent before the peer is proven and nothing is negotiated when a camera or screen comes or goes.
 */
export class SessionSenders {
  readonly #options: SessionSendersOptions;
  readonly #senders = new Map<TrackSource, RTCRtpSender>();
  readonly #tracks = new Map<TrackSource, MediaStreamTrack | null>();
  readonly #stopped = new Set<TrackSource>();
  /** Own descriptions speak of two channels: browsers say again what they were told to say. */
  #hasStereo = false;
  /** Sound is to be sent in two channels. */
  isStereo = false;

  constructor(options: SessionSendersOptions) {
    this.#options = options;
  }

  /** Sets an own description: as the browser likes it, unless there are two channels to speak of. */
  async describe(remoteSdp: string): Promise<void> {
    const { connection } = this.#options;
    this.#hasStereo ||= this.isStereo || remoteSdp.includes('sprop-stereo=1');
    if (this.#hasStereo)
      await import('../tuning/late-stereo-sound.js').then(
        ({ describeStereo }) => describeStereo(connection, this.isStereo, remoteSdp),
        () => connection.setLocalDescription(),
      );
    else await connection.setLocalDescription();
  }

  /** On the offering side. */
  create(): void {
    for (const source of TRACK_SOURCES) {
      this.#adopt(source, this.#options.connection.addTransceiver(isPicture(source) ? 'video' : 'audio', { direction: 'sendrecv' }));
    }
  }

  /** On the answering side, after the first offer was set: the sources are told by their order in it. */
  adopt(): void {
    if (this.#senders.size > 0) return;
    const transceivers = this.#options.connection.getTransceivers();
    TRACK_SOURCES.forEach((source, index) => {
      const transceiver = transceivers[index];
      if (!transceiver) return;
      transceiver.direction = 'sendrecv';
      this.#adopt(source, transceiver);
    });
  }

  get(source: TrackSource): RTCRtpSender | undefined {
    return this.#senders.get(source);
  }

  /** Sends `track` (or nothing) as `source`; no negotiation. */
  async setTrack(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    this.#tracks.set(source, track);
    await this.#apply(source);
  }

  /**
   * Sends nothing as `source` for as long as `isStopped`. By taking the track away: an encoding that is not `active` has
   * Chromium forget what the line carries, and probe it with old packets (measured: 220 kbit/s for 1 to 4 Mbit/s).
   */
  stop(source: TrackSource, isStopped: boolean): void {
    if (isStopped === this.#stopped.has(source)) return;
    if (isStopped) this.#stopped.add(source);
    else this.#stopped.delete(source);
    this.#apply(source).catch(() => undefined);
  }

  /** What is sent as `source` starts anew, with a key frame. */
  restart(source: TrackSource): void {
    if (!this.#stopped.has(source)) this.tune(source, null);
  }

  /** How `source` is encoded, or (null) that what is encoded starts anew. */
  tune(source: TrackSource, wish: Partial<SendLimit> | null): void {
    const sender = this.#senders.get(source);
    // Loaded with the first connection; without it all is sent as the browser likes.
    if (!sender) return;
    if (wish && source === 'microphone') this.isStereo = !!wish.isStereo;
    import('../tuning/late-tune-sender.js').then(
      ({ tuneSender }) => {
        tuneSender(sender, source, wish, this.#options.connection);
      },
      () => undefined,
    );
  }

  async #apply(source: TrackSource): Promise<void> {
    const track = this.#stopped.has(source) ? null : (this.#tracks.get(source) ?? null);
    const { scope } = this.#options;
    if (scope.isClosed) return;
    await this.#senders
      .get(source)
      ?.replaceTrack(track)
      .catch((error: unknown) => {
        if (!scope.isClosed) throw error;
      });
  }

  #adopt(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#senders.set(source, transceiver.sender);
    if (this.#tracks.get(source)) void this.#apply(source);
    this.#options.tracks.set(source, transceiver.receiver.track);
  }
}
