import type { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents } from '../../engine/engine-port.js';
import type { CameraSize } from '../../media/camera-size-port.js';
import { captureSize, isPassing, type CaptureSituation, type CaptureSize } from '../../quality/capture-size.js';
import type { SeenSize } from '../../quality/send-situation.js';
import type { CallState } from '../call.js';
import type { DeviceCarePorts, LateOptions } from '../later/late-options.js';

type Wish = EngineEvents['receive-wish'];

export interface CaptureShapeOptions extends Pick<LateOptions, 'snapshot' | 'captures' | 'media' | 'world' | 'clock' | 'scope'> {
  readonly loadPorts: () => Promise<DeviceCarePorts>;
  /** Another size is captured: what is sent of it is to be decided anew. */
  readonly onResized: () => void;
}

const SIZES: Readonly<Record<CaptureSize, CameraSize>> = {
  full: { width: 1920, height: 1080 },
  usual: { width: 1280, height: 720 },
  small: { width: 640, height: 480 },
};
/** What the network does not carry for so long is given up. */
const GIVE_UP_MS = 30_000;
/** And not tried again for so long. */
const REST_MS = 180_000;

/** What of the state the shape of a capture follows from. */
const CAUSES: readonly ((state: Readonly<CallState>) => unknown)[] = [
  ({ options }) => options.videoQuality,
  ({ options }) => options.audioQuality,
  ({ self }) => self.cameraStream,
  ({ self }) => self.microphoneStream,
  ({ adaptation }) => adaptation,
  ({ power }) => power,
  ({ participants }) => participants.length,
];

/** Has the camera capture as much as is of use, and the microphone two channels when music quality was chosen. */
export class CaptureShape {
  readonly #options: CaptureShapeOptions;
  readonly #seen = new Map<string, SeenSize>();
  #stay: Scope | null = null;
  #size: CaptureSize = 'usual';
  #cancelGivingUp: (() => void) | null = null;
  #restsUntilMs = -Infinity;
  #isResizing = false;
  /** The microphone that runs, or is being started, was asked for other channels. */
  #mustRestart = false;

  constructor(options: CaptureShapeOptions) {
    this.#options = options;
  }

  /** One stay begins; `early` was wished for before this was loaded. */
  start(engine: Pick<Engine, 'on'>, early: readonly Wish[]): void {
    this.stop();
    const { scope, snapshot } = this.#options;
    const stay = scope.child();
    this.#stay = stay;
    for (const wish of early) this.#keep(wish);
    stay.add(
      engine.on('receive-wish', (wish) => {
        this.#keep(wish);
        this.#update();
      }),
    );
    stay.add(
      engine.on('participant-left', ({ participantId }) => {
        this.#seen.delete(participantId);
      }),
    );
    for (const select of CAUSES)
      stay.add(
        snapshot.store.subscribe(select, () => {
          this.#update();
        }),
      );
    this.#update();
  }

  stop(): void {
    this.#stay?.close();
    this.#stay = null;
    this.#cancelGivingUp = null;
    this.#restsUntilMs = -Infinity;
    this.#size = 'usual';
    this.#mustRestart = false;
    this.#seen.clear();
  }

  #keep({ participantId, source, wish }: Wish): void {
    if (source === 'camera') this.#seen.set(participantId, wish);
  }

  #update(): void {
    if (this.#stay === null) return;
    this.#shapeMicrophone();
    const situation = this.#situation();
    const wanted = captureSize(situation);
    if (this.#size !== 'full' || wanted === 'full' || !isPassing(situation)) {
      const isTriedTooSoon = situation.videoChoice === 'auto' && wanted === 'full' && this.#options.clock.now() < this.#restsUntilMs;
      this.#take(isTriedTooSoon ? 'usual' : wanted);
      return;
    }
    this.#cancelGivingUp ??= this.#stay.after(GIVE_UP_MS, () => {
      this.#take('usual');
    });
  }

  #take(size: CaptureSize): void {
    this.#cancelGivingUp?.();
    this.#cancelGivingUp = null;
    const { clock, snapshot } = this.#options;
    const isGivenUp =
      this.#size === 'full' && size === 'usual' && snapshot.state.adaptation.steps.some(({ source }) => source === 'camera');
    if (isGivenUp) this.#restsUntilMs = clock.now() + REST_MS;
    this.#size = size;
    void this.#resize();
  }

  /** One change is under way at a time; of what is wished meanwhile the last counts. */
  async #resize(): Promise<void> {
    if (this.#isResizing) return;
    this.#isResizing = true;
    try {
      const { resizeCamera } = await this.#options.loadPorts();
      let [track, size] = [this.#camera, this.#size];
      while (track !== null) {
        if (await resizeCamera(track, SIZES[size])) this.#options.onResized();
        if (track === this.#camera && size === this.#size) break;
        [track, size] = [this.#camera, this.#size];
      }
    } catch {
      // It is captured as it was.
    } finally {
      this.#isResizing = false;
    }
  }

  get #camera(): MediaStreamTrack | null {
    return this.#stay === null ? null : this.#options.captures.track('camera');
  }

  #shapeMicrophone(): void {
    const { captures, snapshot, world } = this.#options;
    const channelCount = snapshot.state.options.audioQuality === 'maximum' ? 2 : world.isHandheld ? 1 : undefined;
    if (channelCount !== captures.microphoneChannels) {
      captures.microphoneChannels = channelCount;
      // A muted one is opened anew when it is needed.
      captures.keeper?.release();
      this.#mustRestart = captures.isWanted('microphone');
    }
    if (!this.#mustRestart || captures.state.microphone !== 'on') return;
    this.#mustRestart = false;
    void this.#restartMicrophone();
  }

  /** While one of another shape runs, Chromium gives that one again: a moment without sound cannot be spared. */
  async #restartMicrophone(): Promise<void> {
    const { captures, media } = this.#options;
    media.stop('microphone');
    await captures.restart('microphone');
    if (captures.track('microphone')?.readyState === 'ended') await captures.set('microphone', false).catch(() => undefined);
  }

  #situation(): CaptureSituation {
    const { world, snapshot } = this.#options;
    const { options, participants, adaptation, power } = snapshot.state;
    return {
      videoChoice: options.videoQuality,
      seen: participants.map(({ id }) => this.#seen.get(id) ?? null),
      budgetBps: adaptation.budgetBps,
      device: { ...power, isHandheld: world.isHandheld, isMemorySmall: world.isMemorySmall },
      steps: adaptation.steps,
      isFull: this.#size === 'full',
    };
  }
}
