import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import type { NexError } from '../base/nex-error.js';
import type { EngineFactory } from '../engine/engine-port.js';
import type { AudioOutput } from '../media/audio-output-port.js';
import type { DeviceMemory } from '../media/device-memory-port.js';
import type { LevelMeter } from '../media/level-meter-port.js';
import type { Media } from '../media/media-port.js';
import type { RestoreStore } from '../world/restore-store-port.js';
import type { TabStorage } from '../room/own-words.js';
import type { World } from '../world/world-port.js';
import type { CallOptions } from './call-options.js';
import type { DeviceCarePorts } from './later/late-options.js';
import type { IceServers } from './ice/ice-servers.js';

/** Everything a call is made of. */
export interface ControllerOptions {
  readonly options: CallOptions;
  readonly createEngine: EngineFactory;
  /** Begins to load what `createEngine` needs. */
  readonly loadEngine: () => void;
  readonly media: Media;
  readonly audioOutput: AudioOutput;
  readonly levelMeter: LevelMeter;
  readonly deviceMemory: DeviceMemory;
  readonly world: World;
  readonly restoreStore: RestoreStore;
  /** Lasts over a reload of this page; null where nothing is to be kept. */
  readonly tabStorage: TabStorage | null;
  /** Asked for once a call stands. */
  readonly loadDeviceCare: () => Promise<DeviceCarePorts>;
  /** What the engine asks for servers; kept fresh while in a room, closed with the call. */
  readonly iceServers: IceServers;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Why no call is possible here, or null; asked at each join. */
  readonly checkEnvironment: () => NexError | null;
}
