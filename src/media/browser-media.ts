import type { Clock } from '../base/clock.js';
import { Emitter } from '../base/emitter.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { captureError } from './capture-error.js';
import { captureScreen } from './capture-screen.js';
import { isSameDeviceList, listDevices } from './device-list.js';
import type { Device, Media, MediaEvents, ScreenCapture } from './media-port.js';
import { requireMediaDevices } from './require-media-devices.js';

type Source = 'microphone' | 'camera' | 'screen';

const VIDEO: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const AUDIO: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** How long the system must keep a capture silent or dark before it counts as taken away. */
const MUTED_MS = { microphone: 1000, camera: 3000 } as const;

export interface BrowserMediaOptions {
  readonly clock: Clock;
  /** Added to what is asked of each device, and stronger. */
  readonly constraints?: { readonly microphone?: MediaTrackConstraints | undefined; readonly camera?: MediaTrackConstraints | undefined };
}

/** Captures with the browser's own `mediaDevices`. Nothing is asked for before the first capture. */
export function createBrowserMedia({ clock, constraints = {} }: BrowserMediaOptions): Media {
  return new BrowserMedia(clock, {
    audio: { ...AUDIO, ...constraints.microphone },
    video: { ...VIDEO, ...constraints.camera },
  });
}

type Constraints = Readonly<Record<'audio' | 'video', MediaTrackConstraints>>;

class BrowserMedia implements Media {
  readonly #emitter = new Emitter<MediaEvents>();
  readonly #scope: Scope;
  readonly #constraints: Constraints;
  readonly #captures = new Map<Source, { readonly tracks: readonly MediaStreamTrack[]; readonly scope: Scope }>();
  /** Grows with every stop, so that a capture that was still being asked for is not kept. */
  readonly #generations: Record<Source, number> = { microphone: 0, camera: 0, screen: 0 };
  #devices: readonly Device[] = Object.freeze([]);
  #defaultMicrophoneId: string | null = null;

  constructor(clock: Clock, constraints: Constraints) {
    this.#constraints = constraints;
    this.#scope = new Scope(clock);
    if (typeof navigator === 'undefined' || !('mediaDevices' in navigator)) return;
    this.#scope.listen(navigator.mediaDevices, 'devicechange', () => {
      void this.refreshDevices();
    });
  }

  get devices(): readonly Device[] {
    return this.#devices;
  }

  get canShareScreen(): boolean {
    return typeof navigator !== 'undefined' && 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
  }

  get canSelectSpeaker(): boolean {
    return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
  }

  on<Type extends keyof MediaEvents>(type: Type, listener: (event: MediaEvents[Type]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  async refreshDevices(): Promise<readonly Device[]> {
    if (typeof navigator === 'undefined' || !('mediaDevices' in navigator)) return this.#devices;
    const listing = await listDevices(navigator.mediaDevices).catch(() => null);
    if (listing === null || this.#scope.isClosed) return this.#devices;
    if (!isSameDeviceList(listing.devices, this.#devices)) {
      this.#devices = listing.devices;
      this.#emitter.emit('devices', { devices: listing.devices });
    }
    this.#setDefaultMicrophone(listing.defaultMicrophoneId);
    return this.#devices;
  }

  async captureMicrophone(deviceId: string | null, channelCount?: number): Promise<MediaStreamTrack> {
    const isDefault = deviceId === null || deviceId === 'default';
    const { audio } = this.#constraints;
    // While one runs under the default's name, the browser may hand out that one again: ask for the real one.
    const isFree = audio.deviceId === undefined;
    const wish = isDefault && isFree && this.#captures.has('microphone') ? (this.#defaultMicrophoneId ?? deviceId) : deviceId;
    const [track] = await this.#capture('microphone', (devices) =>
      captureDevice(devices, { ...(channelCount && { channelCount }), ...audio }, 'audio', wish),
    );
    return track;
  }

  async captureCamera(deviceId: string | null): Promise<MediaStreamTrack> {
    const [track] = await this.#capture('camera', (devices) => captureDevice(devices, this.#constraints.video, 'video', deviceId));
    track.contentHint = 'motion';
    return track;
  }

  async captureScreen(): Promise<ScreenCapture> {
    const [video, audio] = await this.#capture('screen', async (devices) => {
      const screen = await captureScreen(devices);
      return screen.audio === null ? [screen.video] : [screen.video, screen.audio];
    });
    return { video, audio: audio ?? null };
  }

  stop(source: Source): void {
    this.#generations[source] += 1;
    this.#drop(source);
  }

  close(): void {
    for (const source of ['microphone', 'camera', 'screen'] as const) this.stop(source);
    this.#scope.close();
    this.#emitter.clear();
  }

  async #capture(source: Source, start: (devices: MediaDevices) => Promise<Tracks>): Promise<Tracks> {
    const devices = requireMediaDevices(source);
    const generation = this.#generations[source];
    const tracks = await this.#startReplacing(source, () => start(devices));
    if (generation !== this.#generations[source] || this.#scope.isClosed) {
      for (const track of tracks) track.stop();
      throw new NexError('call/aborted', `The ${source} was stopped while it was being started.`, { retryable: true });
    }
    this.#drop(source);
    this.#keep(source, tracks);
    void this.refreshDevices();
    return tracks;
  }

  async #startReplacing(source: Source, start: () => Promise<Tracks>): Promise<Tracks> {
    try {
      return await start();
    } catch (error) {
      const failure = await captureError(error, source);
      if (failure.code !== 'media/device-in-use' || !this.#captures.has(source)) throw failure;
    }
    // Phones cannot run two cameras at once: give up the one that runs, then try again.
    this.#drop(source);
    try {
      return await start();
    } catch (error) {
      const failure = await captureError(error, source);
      this.#emitter.emit('capture-ended', { source, error: failure });
      throw failure;
    }
  }

  #keep(source: Source, tracks: Tracks): void {
    const scope = this.#scope.child();
    this.#captures.set(source, { tracks, scope });
    for (const [index, track] of tracks.entries()) {
      scope.listen(track, 'ended', () => {
        // The sound of a screen may end alone, as when the shared tab changes.
        if (index === 0) this.#handleEnded(source);
      });
    }
    if (source !== 'screen') this.#watchMuted(source, tracks[0], scope);
  }

  /** Told only when it lasts: a camera that is slow with its frames counts as muted for a moment. */
  #watchMuted(source: 'microphone' | 'camera', track: MediaStreamTrack, scope: Scope): void {
    let isTold = false;
    let cancel = (): void => undefined;
    const tell = (isMuted: boolean): void => {
      isTold = isMuted;
      this.#emitter.emit('capture-muted', { source, isMuted });
    };
    const wait = (): void => {
      cancel();
      cancel = scope.after(MUTED_MS[source], () => {
        tell(true);
      });
    };
    scope.listen(track, 'mute', wait);
    scope.listen(track, 'unmute', () => {
      cancel();
      if (isTold) tell(false);
    });
    if (track.muted) wait();
  }

  #setDefaultMicrophone(id: string | null): void {
    const before = this.#defaultMicrophoneId;
    if (id === null || id === before) return;
    this.#defaultMicrophoneId = id;
    if (before !== null) this.#emitter.emit('default-changed', { kind: 'microphone' });
  }

  #handleEnded(source: Source): void {
    this.#drop(source);
    const error = source === 'screen' ? null : new NexError('media/capture-ended', `The ${source} ended by itself.`, { retryable: true });
    this.#emitter.emit('capture-ended', { source, error });
  }

  #drop(source: Source): void {
    const capture = this.#captures.get(source);
    this.#captures.delete(source);
    capture?.scope.close();
    for (const track of capture?.tracks ?? []) track.stop();
  }
}

type Tracks = readonly [MediaStreamTrack, ...MediaStreamTrack[]];

async function captureDevice(
  devices: MediaDevices,
  constraints: MediaTrackConstraints,
  kind: 'audio' | 'video',
  deviceId: string | null,
): Promise<Tracks> {
  const isSide = deviceId === 'user' || deviceId === 'environment';
  const wish = deviceId === null ? {} : { [isSide ? 'facingMode' : 'deviceId']: { ideal: deviceId } };
  const stream = await devices.getUserMedia({ [kind]: { ...constraints, ...wish } });
  const track = stream.getTracks()[0];
  if (track === undefined) throw new DOMException('No track came with the stream.', 'NotReadableError');
  return [track];
}
