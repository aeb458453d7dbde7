import type { DeviceCarePorts } from '../../src/call/later/late-options.js';
import type { CameraFacing } from '../../src/media/camera-facings-port.js';
import type { CameraSize } from '../../src/media/camera-size-port.js';
import type { MediaSessionActions, MediaSessionControls } from '../../src/world/media-session-port.js';
import type { WakeLock } from '../../src/world/wake-lock-port.js';

/** Writes down what a call does with the screen and with the system's buttons. */
export class FakeDeviceCare implements DeviceCarePorts {
  isLockHeld = false;
  isLockClosed = false;
  holdCount = 0;
  /** Null while the place of the system is not taken. */
  actions: MediaSessionActions | null = null;
  title = '';
  shown: { readonly microphone: boolean; readonly camera: boolean } | null = null;
  facings: ReadonlyMap<string, CameraFacing> = new Map();

  readonly wakeLock: WakeLock = {
    hold: () => {
      this.holdCount += 1;
      this.isLockHeld = true;
    },
    release: () => {
      this.isLockHeld = false;
    },
    close: () => {
      this.isLockHeld = false;
      this.isLockClosed = true;
    },
  };

  readonly mediaSession: MediaSessionControls = {
    open: (title, actions) => {
      this.title = title;
      this.actions = actions;
    },
    show: (microphone, camera) => {
      this.shown = { microphone, camera };
    },
    close: () => {
      this.actions = null;
      this.shown = null;
    },
  };

  /** What each camera was asked for, in that order. */
  readonly resized: string[] = [];

  resizeCamera = (_track: MediaStreamTrack, { width, height }: CameraSize): Promise<boolean> => {
    this.resized.push(`${width}×${height}`);
    return Promise.resolve(true);
  };

  cameraFacings = (): Promise<ReadonlyMap<string, CameraFacing>> => Promise.resolve(this.facings);
}
