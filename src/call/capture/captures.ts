import type { NexError } from '../../base/nex-error.js';
import type { Scope } from '../../base/scope.js';
import type { Engine } from '../../engine/engine-port.js';
import type { Media } from '../../media/media-port.js';
import type { CallState } from '../call.js';
import { CaptureSlot, type CaptureSource } from './capture-slot.js';
import { keepSame } from '../keep-same.js';
import type { MicrophoneKeeper } from './microphone-keeper.js';

export type CapturesState = Pick<CallState, 'microphone' | 'camera' | 'screen' | 'mediaErrors'>;

export interface CapturesOptions {
  readonly media: Media;
  readonly scope: Scope;
  /** Something about a capture changed: its state, its error or its track. */
  readonly onChange: () => void;
  readonly onError: (error: NexError) => void;
}

const SOURCES: readonly CaptureSource[] = ['microphone', 'camera', 'screen'];

/** The three captures of this device, each on its own. */
export class Captures {
  /** Null until what keeps a muted microphone is loaded. */
  keeper: MicrophoneKeeper | null = null;
  /** What the next microphone is asked for; undefined: as many as it likes. */
  microphoneChannels: number | undefined;
  readonly #slots: Readonly<Record<CaptureSource, CaptureSlot>>;
  #errors: CapturesState['mediaErrors'] = Object.freeze({ microphone: null, camera: null, screen: null });

  constructor({ media, scope, onChange, onError }: CapturesOptions) {
    const stop = (source: CaptureSource) => (): void => {
      media.stop(source);
    };
    this.#slots = {
      microphone: new CaptureSlot({
        source: 'microphone',
        trackSources: ['microphone'],
        start: async (deviceId) => [this.keeper?.take() ?? (await media.captureMicrophone(deviceId, this.microphoneChannels))],
        stop: (isStarting) => {
          // What is still being started would take the place of what is kept.
          if (isStarting || this.keeper?.keep() !== true) media.stop('microphone');
        },
        onChange,
      }),
      camera: new CaptureSlot({
        source: 'camera',
        trackSources: ['camera'],
        start: async (deviceId) => [await media.captureCamera(deviceId)],
        stop: stop('camera'),
        onChange,
      }),
      screen: new CaptureSlot({
        source: 'screen',
        trackSources: ['screen', 'screen-audio'],
        start: async () => {
          const { video, audio } = await media.captureScreen();
          return [video, audio];
        },
        stop: stop('screen'),
        onChange,
      }),
    };
    scope.add(
      media.on('capture-ended', ({ source, error }) => {
        const slot = this.#slots[source];
        const wasInUse = slot.track !== null;
        slot.handleEnded(error);
        if (error !== null && wasInUse) onError(error);
      }),
    );
    scope.add(
      media.on('capture-muted', ({ source, isMuted }) => {
        this.#slots[source].handleMuted(isMuted);
      }),
    );
  }

  get state(): CapturesState {
    const { microphone, camera, screen } = this.#slots;
    this.#errors = keepSame(this.#errors, { microphone: microphone.error, camera: camera.error, screen: screen.error });
    return { microphone: microphone.state, camera: camera.state, screen: screen.state, mediaErrors: this.#errors };
  }

  track(source: CaptureSource): MediaStreamTrack | null {
    return this.#slots[source].track;
  }

  set(source: CaptureSource, isWanted: boolean): Promise<void> {
    return this.#slots[source].set(isWanted);
  }

  selectDevice(source: 'microphone' | 'camera', deviceId: string | null): Promise<void> {
    if (source === 'microphone') this.keeper?.release();
    return this.#slots[source].selectDevice(deviceId);
  }

  /** Asked for and not refused, whether or not it runs at this moment. */
  isWanted(source: CaptureSource): boolean {
    return this.#slots[source].isWanted;
  }

  /** The failure of what was asked for and is not captured; null when there is none. */
  failure(source: CaptureSource): NexError | null {
    const slot = this.#slots[source];
    return slot.hasFailed ? slot.error : null;
  }

  /** Puts the camera out for a while, and back as it was. */
  pauseCamera(isPaused: boolean): void {
    this.#slots.camera.pause(isPaused);
  }

  /** Captures anew, without a gap when it runs; also what failed, when it is still wanted. */
  restart(source: CaptureSource): Promise<void> {
    return this.#slots[source].restart();
  }

  /** Takes back what the system took away. */
  restartInterrupted(): void {
    for (const source of SOURCES) if (this.#slots[source].isInterrupted) void this.restart(source);
  }

  attach(engine: Engine | null): void {
    for (const source of SOURCES) this.#slots[source].attach(engine);
  }

  /** Every light out, now. */
  release(): void {
    this.attach(null);
    // A wish that is taken back by another one is no failure here: the slot's state tells.
    for (const source of SOURCES) void this.#slots[source].set(false).catch(() => undefined);
  }
}
