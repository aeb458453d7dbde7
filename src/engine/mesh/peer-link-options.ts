import type { Clock } from '../../base/clock.js';
import type { NexError } from '../../base/nex-error.js';
import type { DepartureReason, EmitEngineEvent, SendLimit, TrackSource } from '../engine-port.js';
import type { LinkMessages } from './link-messages.js';
import type { MeshMessage } from './mesh-messages.js';
import type { CreatePeerConnection } from './peer-session.js';

export interface PeerLinkHandlers {
  /** Proven and reachable: from here on data and media flow. */
  onReady(): void;
  onGone(reason: DepartureReason, error: NexError | null): void;
}

export interface PeerLinkOptions {
  readonly localId: string;
  readonly remoteId: string;
  readonly configuration: () => RTCConfiguration;
  /** Sees to it that credentials are fresh; settles at the latest after a second. */
  readonly refreshConfiguration: () => Promise<void>;
  readonly createPeerConnection: CreatePeerConnection;
  /** Whether there is room for sound to be sent twice. */
  readonly isSoundDoubled: () => boolean;
  readonly clock: Clock;
  /** What is said to and by the other; outlives the link when that is lost. */
  readonly messages: LinkMessages;
  /** Sealed, over the signalling server; `isUrgent`: through another member as well, whatever comes first. */
  readonly sendSealed: (message: MeshMessage, isUrgent: boolean) => void;
  /** Renews our own connection to the signalling server. */
  readonly resetSignaling: () => void;
  readonly isAddressFree: (sinceMs: number) => Promise<boolean>;
  /** What is published now; read when the peer is proven. */
  readonly localTracks: ReadonlyMap<TrackSource, MediaStreamTrack>;
  readonly sendLimits: ReadonlyMap<TrackSource, SendLimit>;
  /** What the call hears of: states, tracks, data. */
  readonly emit: EmitEngineEvent;
  readonly handlers: PeerLinkHandlers;
}
