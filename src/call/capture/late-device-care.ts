import { NexError } from '../../base/nex-error.js';
import type { Scope } from '../../base/scope.js';
import type { CallState } from '../call.js';
import { invalidOption } from '../invalid-option.js';
import { isSameFeatures, readCameraFeatures } from './late-camera-features.js';
import type { DeviceCarePorts, LateOptions } from '../later/late-options.js';
import { findOtherCamera } from './late-other-camera.js';

/** Takes care of the device while in a call: what its camera can do besides pictures, its screen, its buttons. */
export class DeviceCare {
  readonly #options: LateOptions;
  #ports: DeviceCarePorts | null = null;
  #stay: Scope | null = null;

  constructor(options: LateOptions) {
    this.#options = options;
    const { snapshot, scope } = options;
    scope.add(
      snapshot.store.subscribe(
        (state) => state.self.cameraStream,
        () => {
          this.#showFeatures();
        },
      ),
    );
    scope.add(() => {
      this.stop();
      this.#ports?.wakeLock.close();
    });
    this.#showFeatures();
  }

  /** One stay begins: the screen stays lit, and the system's buttons work. */
  start(): void {
    this.stop();
    const stay = this.#options.scope.child();
    this.#stay = stay;
    void this.#loadPorts().then(
      (ports) => {
        if (stay.isClosed) return;
        ports.wakeLock.hold();
        stay.add(() => {
          ports.wakeLock.release();
        });
        this.#openSession(ports, stay);
      },
      () => {
        this.#options.logger.log('warn', 'call', 'What takes care of the device could not be loaded.');
      },
    );
  }

  stop(): void {
    this.#stay?.close();
    this.#stay = null;
  }

  async flipCamera(): Promise<void> {
    const { media, devices } = this.#options;
    if (!this.#state.can.flipCamera) throw new NexError('call/not-allowed', 'There is no other camera here.');
    const facings = await this.#loadPorts().then(
      ({ cameraFacings }) => cameraFacings(),
      () => new Map<string, never>(),
    );
    const track = this.#track;
    const otherId = findOtherCamera({
      cameras: media.devices.filter(({ kind }) => kind === 'camera'),
      facings,
      currentId: track?.getSettings().deviceId ?? this.#state.selectedDevices.camera,
      currentFacing: track === null ? null : readCameraFeatures(track).facing,
    });
    await devices.select('camera', otherId);
  }

  async setTorch(isOn: boolean): Promise<void> {
    const track = this.#require((features) => features?.torch ?? null, 'a light');
    await this.#apply(track, { torch: isOn === true });
  }

  async setCameraZoom(value: number): Promise<void> {
    const zoom = this.#state.cameraFeatures?.zoom;
    const track = this.#require((features) => features?.zoom ?? null, 'zoom');
    if (!zoom || typeof value !== 'number' || !(value >= zoom.min && value <= zoom.max))
      throw invalidOption('zoom', value, `a number, ${String(zoom?.min)} to ${String(zoom?.max)}`);
    await this.#apply(track, { zoom: value });
  }

  get #state(): Readonly<CallState> {
    return this.#options.snapshot.state;
  }

  get #track(): MediaStreamTrack | null {
    return this.#state.self.cameraStream?.getVideoTracks()[0] ?? null;
  }

  async #loadPorts(): Promise<DeviceCarePorts> {
    return (this.#ports ??= await this.#options.loadDeviceCare());
  }

  #showFeatures(): void {
    const track = this.#track;
    const features = track === null ? null : readCameraFeatures(track);
    if (!isSameFeatures(features, this.#state.cameraFeatures)) this.#options.snapshot.patch({ cameraFeatures: features });
  }

  #require(feature: (features: CallState['cameraFeatures']) => object | null, name: string): MediaStreamTrack {
    const track = this.#track;
    if (track !== null && feature(this.#state.cameraFeatures) !== null) return track;
    throw new NexError('call/not-allowed', `The camera in use has no ${name}, or is off.`);
  }

  async #apply(track: MediaStreamTrack, feature: { readonly torch: boolean } | { readonly zoom: number }): Promise<void> {
    try {
      await track.applyConstraints({ advanced: [feature as MediaTrackConstraintSet] });
    } catch (thrown) {
      throw new NexError('media/constraints-unmet', 'The camera refused it.', { retryable: true, cause: thrown });
    } finally {
      this.#showFeatures();
    }
  }

  #openSession({ mediaSession }: DeviceCarePorts, stay: Scope): void {
    const { snapshot, intents } = this.#options;
    const ignore = (): void => undefined;
    // The page's own title: a room's name may be all that protects it, and a lock screen is seen by anybody.
    mediaSession.open(typeof document === 'undefined' ? '' : document.title, {
      toggleMicrophone: () => {
        intents.setMicrophone(this.#state.microphone === 'off').catch(ignore);
      },
      toggleCamera: () => {
        intents.setCamera(this.#state.camera === 'off').catch(ignore);
      },
      hangUp: () => {
        intents.leave().catch(ignore);
      },
    });
    const show = (): void => {
      mediaSession.show(this.#state.microphone === 'on', this.#state.camera === 'on');
    };
    stay.add(() => {
      mediaSession.close();
    });
    stay.add(snapshot.store.subscribe((state) => state.microphone, show));
    stay.add(snapshot.store.subscribe((state) => state.camera, show));
    show();
  }
}
