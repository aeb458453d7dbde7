import type { NexError } from '../base/nex-error.js';

export type DeviceKind = 'microphone' | 'camera' | 'speaker';

export interface Device {
  readonly kind: DeviceKind;
  readonly id: string;
  /** Empty until the visitor has allowed that kind of device. */
  readonly label: string;
}

export interface MediaEvents {
  /** The list of devices changed (plugged, unplugged, labels now known). */
  devices: { readonly devices: readonly Device[] };
  /** A capture ended by itself: unplugged, taken away, sharing stopped from the browser's own bar. */
  'capture-ended': { readonly source: 'microphone' | 'camera' | 'screen'; readonly error: NexError | null };
  /** The system took a running capture away for a while (a phone call, a privacy switch), or gave it back. */
  'capture-muted': { readonly source: 'microphone' | 'camera'; readonly isMuted: boolean };
  /** Another microphone is the default now; a capture that runs stays with the old one until it is started again. */
  'default-changed': { readonly kind: 'microphone' };
}

/** A screen with its sound, where the browser gives it. */
export interface ScreenCapture {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
}

/** This device's microphone, camera, screen and speakers. Every capture rejects with a `media/…` or `environment/…` error. */
export interface Media {
  readonly devices: readonly Device[];
  on<Type extends keyof MediaEvents>(type: Type, listener: (event: MediaEvents[Type]) => void): () => void;
  /** Lists devices without asking for permission. */
  refreshDevices(): Promise<readonly Device[]>;
  /** Starts (or, when it runs already with another device, replaces) the capture. `deviceId` and `channelCount` are wishes, no musts. */
  captureMicrophone(deviceId: string | null, channelCount?: number): Promise<MediaStreamTrack>;
  /** Besides an id, `user` or `environment`: any camera of that side of the device. */
  captureCamera(deviceId: string | null): Promise<MediaStreamTrack>;
  captureScreen(): Promise<ScreenCapture>;
  /** Stops the capture: the light goes out. Idempotent; says nothing through `capture-ended`. */
  stop(source: 'microphone' | 'camera' | 'screen'): void;
  /** Whether the browser can share a screen at all. */
  readonly canShareScreen: boolean;
  /** Whether the output device can be chosen. */
  readonly canSelectSpeaker: boolean;
  close(): void;
}
