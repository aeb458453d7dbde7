import type { Clock } from '../../base/clock.js';
import type { Emitter } from '../../base/emitter.js';
import type { Logger } from '../../base/logger.js';
import type { Scope } from '../../base/scope.js';
import type { EngineEvents } from '../../engine/engine-port.js';
import type { AudioOutput } from '../../media/audio-output-port.js';
import type { CameraFacing } from '../../media/camera-facings-port.js';
import type { ResizeCamera } from '../../media/camera-size-port.js';
import type { LevelMeter } from '../../media/level-meter-port.js';
import type { Media } from '../../media/media-port.js';
import type { TabStorage } from '../../room/own-words.js';
import type { MediaSessionControls } from '../../world/media-session-port.js';
import type { WakeLock } from '../../world/wake-lock-port.js';
import type { World } from '../../world/world-port.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { Call, CallEvents } from '../call.js';
import type { Captures } from '../capture/captures.js';
import type { DeviceFollower } from '../capture/device-follower.js';
import type { Participants } from '../participants/participants.js';

/** What the browser gives for taking care of a call that stands. */
export interface DeviceCarePorts {
  readonly wakeLock: WakeLock;
  readonly mediaSession: MediaSessionControls;
  /** Which side of the device each camera is on, by id; without those of which the browser does not say. */
  readonly cameraFacings: () => Promise<ReadonlyMap<string, CameraFacing>>;
  readonly resizeCamera: ResizeCamera;
}

/** What came before the late features were there. */
export type EarlyEvent = EngineEvents['data'] | EngineEvents['receive-wish'];

/** What the late features of a call are made of. */
export interface LateOptions {
  readonly snapshot: CallSnapshot;
  readonly emitter: Emitter<CallEvents>;
  readonly participants: Participants;
  readonly captures: Captures;
  readonly devices: DeviceFollower;
  readonly audioOutput: AudioOutput;
  readonly levelMeter: LevelMeter;
  readonly media: Media;
  readonly world: World;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends with the call. */
  readonly scope: Scope;
  readonly tabStorage: TabStorage | null;
  readonly loadDeviceCare: () => Promise<DeviceCarePorts>;
  /** What the others are told of this participant has changed. */
  readonly updatePresence: () => void;
  /** The intents that a system's own buttons stand for. */
  readonly intents: Pick<Call, 'setMicrophone' | 'setCamera' | 'leave'>;
}
