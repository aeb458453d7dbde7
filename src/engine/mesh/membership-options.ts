import type { Logger } from '../../base/logger.js';
import type { RoomKeys } from '../../security/room-keys.js';
import type { SignalingPort } from '../../signaling/signaling-port.js';
import type { PeerLinkOptions } from './peer-link-options.js';

/** What one stay in a room is made of. */
export interface MembershipOptions extends Pick<
  PeerLinkOptions,
  'localId' | 'configuration' | 'refreshConfiguration' | 'createPeerConnection' | 'clock' | 'localTracks' | 'sendLimits' | 'emit'
> {
  readonly keys: RoomKeys;
  readonly signaling: SignalingPort;
  readonly logger: Logger;
  readonly maxParticipants: number;
  readonly onReachableChanged: () => void;
}
