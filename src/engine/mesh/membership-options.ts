import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../base/logger.js';
import type { RoomKeys } from '../../security/room-keys.js';
import type { SignalingPort } from '../../signaling/signaling-port.js';
import type { EmitEngineEvent, SendLimit, TrackSource } from '../engine-port.js';
import type { CreatePeerConnection } from './peer-session.js';

/** What one stay in a room is made of. */
export interface MembershipOptions {
  readonly localId: string;
  readonly keys: RoomKeys;
  readonly signaling: SignalingPort;
  readonly configuration: () => RTCConfiguration;
  readonly createPeerConnection: CreatePeerConnection;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly maxParticipants: number;
  readonly localTracks: ReadonlyMap<TrackSource, MediaStreamTrack>;
  readonly sendLimits: ReadonlyMap<TrackSource, SendLimit>;
  readonly emit: EmitEngineEvent;
  readonly onReachableChanged: () => void;
}
