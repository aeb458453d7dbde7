import { Emitter } from '../../src/base/emitter.js';
import { NexError } from '../../src/base/nex-error.js';
import type { AudioOutput } from '../../src/media/audio-output-port.js';
import type { DeviceChoice, DeviceMemory } from '../../src/media/device-memory-port.js';
import type { LevelMeter } from '../../src/media/level-meter-port.js';
import type { Device, Media, MediaEvents, ScreenCapture } from '../../src/media/media-port.js';

type Source = 'microphone' | 'camera' | 'screen';

/** Captures made of canvas and connection tracks; each can be made to fail or to wait. */
export class FakeMedia implements Media {
  devices: readonly Device[] = [];
  canShareScreen = true;
  canSelectSpeaker = true;
  isClosed = false;
  readonly failures: Partial<Record<Source, Error>> = {};
  /** What a capture waits for before it settles. */
  readonly delays: Partial<Record<Source, Promise<void>>> = {};
  readonly captureCalls: { readonly source: Source; readonly deviceId: string | null }[] = [];
  /** What each microphone was asked for. */
  readonly channelCounts: (number | undefined)[] = [];
  /** What the next tracks say of themselves. */
  readonly settings: Partial<Record<Source, MediaTrackSettings>> = {};
  readonly running = new Map<Source, MediaStreamTrack[]>();
  readonly #generations: Record<Source, number> = { microphone: 0, camera: 0, screen: 0 };
  readonly #emitter = new Emitter<MediaEvents>();

  on<Type extends keyof MediaEvents>(type: Type, listener: (event: MediaEvents[Type]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  refreshDevices(): Promise<readonly Device[]> {
    return Promise.resolve(this.devices);
  }

  setDevices(devices: readonly Device[]): void {
    this.devices = devices;
    this.#emitter.emit('devices', { devices });
  }

  async captureMicrophone(deviceId: string | null, channelCount?: number): Promise<MediaStreamTrack> {
    this.channelCounts.push(channelCount);
    const [track] = await this.#capture('microphone', deviceId, () => [createAudioTrack()]);
    return track!;
  }

  async captureCamera(deviceId: string | null): Promise<MediaStreamTrack> {
    const [track] = await this.#capture('camera', deviceId, () => [createVideoTrack()]);
    return track!;
  }

  async captureScreen(): Promise<ScreenCapture> {
    const [video, audio] = await this.#capture('screen', null, () => [createVideoTrack(), createAudioTrack()]);
    return { video: video!, audio: audio ?? null };
  }

  stop(source: Source): void {
    this.#generations[source] += 1;
    for (const track of this.running.get(source) ?? []) track.stop();
    this.running.delete(source);
  }

  /** The capture ends by itself, as when its device is unplugged. */
  end(source: Source, error: NexError | null): void {
    this.stop(source);
    this.#emitter.emit('capture-ended', { source, error });
  }

  /** The system takes a running capture away for a while, or gives it back. */
  mute(source: 'microphone' | 'camera', isMuted: boolean): void {
    this.#emitter.emit('capture-muted', { source, isMuted });
  }

  changeDefault(): void {
    this.#emitter.emit('default-changed', { kind: 'microphone' });
  }

  close(): void {
    this.isClosed = true;
    for (const source of ['microphone', 'camera', 'screen'] as const) this.stop(source);
  }

  async #capture(source: Source, deviceId: string | null, create: () => MediaStreamTrack[]): Promise<MediaStreamTrack[]> {
    this.captureCalls.push({ source, deviceId });
    const generation = this.#generations[source];
    await this.delays[source];
    const failure = this.failures[source];
    if (failure !== undefined) throw failure;
    if (generation !== this.#generations[source]) throw new NexError('call/aborted', 'Stopped while starting');
    for (const track of this.running.get(source) ?? []) track.stop();
    const tracks = create();
    // The wish where it can be had, else the first of its kind, as browsers do.
    const ofKind = this.devices.filter(({ kind }) => kind === source);
    const device = ofKind.find(({ id }) => id === deviceId) ?? ofKind[0];
    const settings = { ...tracks[0]?.getSettings(), ...(device === undefined ? {} : { deviceId: device.id }), ...this.settings[source] };
    if (tracks[0] !== undefined) tracks[0].getSettings = () => settings;
    this.running.set(source, tracks);
    return tracks;
  }
}

export class FakeAudioOutput implements AudioOutput {
  readonly playing = new Map<string, MediaStreamTrack>();
  speakerId: string | null = null;
  speakerFailure: Error | null = null;
  allowCount = 0;
  isClosed = false;
  readonly #emitter = new Emitter<{ blocked: boolean }>();

  onBlocked(listener: (isBlocked: boolean) => void): () => void {
    return this.#emitter.on('blocked', listener);
  }

  setBlocked(isBlocked: boolean): void {
    this.#emitter.emit('blocked', isBlocked);
  }

  play(key: string, track: MediaStreamTrack | null): void {
    if (track === null) this.playing.delete(key);
    else this.playing.set(key, track);
  }

  readonly volumes = new Map<string, number>();

  setVolume(key: string, volume: number): void {
    if (volume === 1) this.volumes.delete(key);
    else this.volumes.set(key, volume);
  }

  allowSound(): Promise<void> {
    this.allowCount += 1;
    this.setBlocked(false);
    return Promise.resolve();
  }

  setSpeaker(id: string | null): Promise<void> {
    if (this.speakerFailure !== null) return Promise.reject(this.speakerFailure);
    this.speakerId = id;
    return Promise.resolve();
  }

  close(): void {
    this.isClosed = true;
  }
}

export class FakeLevelMeter implements LevelMeter {
  readonly watched = new Map<MediaStreamTrack, (level: number) => void>();
  isClosed = false;

  watch(track: MediaStreamTrack, listener: (level: number) => void): () => void {
    this.watched.set(track, listener);
    return () => {
      this.watched.delete(track);
    };
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.isClosed = true;
  }
}

export class FakeDeviceMemory implements DeviceMemory {
  choice: DeviceChoice = { microphone: null, camera: null, speaker: null };

  read(): DeviceChoice {
    return this.choice;
  }

  write(choice: DeviceChoice): void {
    this.choice = choice;
  }
}

/** A live video track of a small canvas. */
export function createVideoTrack(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  return canvas.captureStream().getVideoTracks()[0]!;
}

let context: AudioContext | null = null;

/** A silent audio track that runs until stopped. */
export function createAudioTrack(): MediaStreamTrack {
  context ??= new AudioContext();
  return context.createMediaStreamDestination().stream.getAudioTracks()[0]!;
}
