import type { Scope } from '../../base/scope.js';
import { TRACK_SOURCES, type SendLimit, type TrackSource } from '../engine-port.js';

type EncodingChange = { readonly [Key in keyof RTCRtpEncodingParameters]?: RTCRtpEncodingParameters[Key] | undefined };

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
  #changes: Promise<void> = Promise.resolve();

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

  /** Stops or resumes encoding a video source that is published: an unseen tile costs nothing. */
  setActive(source: TrackSource, isActive: boolean): Promise<void> {
    return this.#change(source, { active: isActive });
  }

  setLimit(source: TrackSource, { maxBitrateBps, maxFrameRate, scaleDownBy }: SendLimit): Promise<void> {
    return this.#change(source, {
      maxBitrate: maxBitrateBps ?? undefined,
      ...(isVideo(source) ? { maxFramerate: maxFrameRate ?? undefined, scaleResolutionDownBy: scaleDownBy ?? undefined } : {}),
    });
  }

  #adopt(source: TrackSource, transceiver: RTCRtpTransceiver): void {
    this.#senders.set(source, transceiver.sender);
    const track = this.#tracks.get(source);
    if (track) void this.setTrack(source, track);
    this.#onTrack(source, transceiver.receiver.track);
  }

  /** One change at a time: parameters that were read before another change are refused. */
  #change(source: TrackSource, change: EncodingChange): Promise<void> {
    const changed = this.#changes.then(async () => {
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
    this.#changes = changed.catch(() => undefined);
    return changed;
  }
}

function isVideo(source: TrackSource): boolean {
  return source === 'camera' || source === 'screen';
}
