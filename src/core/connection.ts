import { NexError } from '../base/nex-error.js';
import type { Call } from '../call/call.js';
import { ConnectionMedia } from './connection-media.js';
import { CoreListeners } from './core-listeners.js';
import { mergeStats } from './merge-stats.js';
import type { ConnectionHandle, ConnectionStatus, CoreEvents, CoreEventType } from './nexrtc-core.js';
import { Visit, type Tell } from './visit.js';

export interface ConnectionOptions {
  readonly id: string;
  readonly roomId: string;
  readonly hasAudio: boolean;
  readonly hasVideo: boolean;
  /** A call of that room. There is one from joining until the end only: a handle that is in no room holds nothing. */
  readonly createCall: () => Call;
  /** It has a call to be ended, or no longer. */
  readonly onInUse: (isInUse: boolean) => void;
  /** Hears all that the handle's listeners hear. */
  readonly listeners: CoreListeners;
}

/** One room of a core, behind its handle. */
export class Connection {
  readonly handle: ConnectionHandle;
  readonly #options: ConnectionOptions;
  readonly #listeners = new CoreListeners();
  readonly #media: ConnectionMedia;
  #call: Call | null = null;
  #status: ConnectionStatus = 'idle';
  /** The end of the last call. */
  #closing: Promise<void> = Promise.resolve();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const tell = this.#tell;
    this.#media = new ConnectionMedia({
      onAdded: (participantId, stream) => {
        tell('media_stream_added', { participantId, stream });
      },
      onRemoved: (participantId, stream) => {
        tell('media_stream_removed', { participantId, stream });
      },
    });
    this.handle = this.#createHandle();
  }

  async join(): Promise<void> {
    this.#call ??= this.#start();
    await this.#call.join();
  }

  async leave(): Promise<void> {
    const call = this.#call;
    if (call !== null) this.#close(() => call.close());
    await this.#closing;
  }

  async toggleVideo(): Promise<void> {
    const call = this.#requireCall();
    if (!this.#options.hasVideo) throw new NexError('call/not-allowed', 'The configuration says that there is no video.');
    const { camera, options } = call.state;
    // The last wish, not what is: that may still be on its way. What was refused is asked for again.
    await call.setCamera(camera === 'blocked' || options.isCameraOff);
  }

  async toggleAudio(): Promise<void> {
    const call = this.#requireCall();
    if (!this.#options.hasAudio) throw new NexError('call/not-allowed', 'The configuration says that there is no audio.');
    const { microphone, options } = call.state;
    await call.setMicrophone(microphone === 'blocked' || options.isMuted);
  }

  async getStats(): Promise<RTCStatsReport> {
    return mergeStats((await this.#call?.getStats()) ?? new Map<string, RTCStatsReport>());
  }

  #start(): Call {
    const call = this.#options.createCall();
    this.#options.onInUse(true);
    new Visit({
      call,
      roomId: this.#options.roomId,
      media: this.#media,
      tell: this.#tell,
      onStatus: (status) => {
        this.#status = status;
      },
      onEnded: () => {
        // It may have more to say: it is closed when it has said it.
        if (this.#call === call) this.#close(() => Promise.resolve().then(() => call.close()));
      },
    });
    return call;
  }

  #close(close: () => Promise<void>): void {
    // First, so that a listener can join again at once.
    this.#call = null;
    const before = this.#closing;
    this.#closing = Promise.all([before, close()]).then(() => {
      if (this.#call === null) this.#options.onInUse(false);
    });
  }

  #requireCall(): Call {
    if (this.#call === null) throw new NexError('call/invalid-state', 'The connection is in no room.');
    return this.#call;
  }

  readonly #tell: Tell = <Type extends CoreEventType>(event: Type, data: Omit<CoreEvents[Type], 'connectionId'>): void => {
    const told = Object.freeze({ ...data, connectionId: this.#options.id }) as unknown as CoreEvents[Type];
    this.#listeners.emit(event, told);
    this.#options.listeners.emit(event, told);
  };

  #createHandle(): ConnectionHandle {
    const { id, roomId } = this.#options;
    const status = (): ConnectionStatus => this.#status;
    const localStream = (): MediaStream | null => this.#media.localStream;
    return Object.freeze({
      id,
      roomId,
      get state() {
        return status();
      },
      get localStream() {
        return localStream();
      },
      remoteStreams: this.#media.remoteStreams,
      on: this.#listeners.on.bind(this.#listeners),
      off: this.#listeners.off.bind(this.#listeners),
    });
  }
}
