import type { NexError } from '../base/nex-error.js';

/** What a track shows or carries. */
export const TRACK_SOURCES = ['microphone', 'camera', 'screen', 'screen-audio'] as const;
export type TrackSource = (typeof TRACK_SOURCES)[number];

/** The life of the connection to one participant (requirement A5). */
export const CONNECTION_STATES = [
  'initializing',
  'signaling',
  'ice_gathering',
  'ice_exchange',
  'connecting',
  'connected',
  'reconnecting',
  'failed',
  'closed',
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

export type EnginePhase = 'idle' | 'joining' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** Why a participant is gone: it said so, it fell silent, we stopped trusting it, it was turned away. */
export type DepartureReason = 'left' | 'connection-lost' | 'untrusted' | 'refused';

/** What is wanted of a remote track, in device pixels, 0 for an unknown size; an unseen one costs no bandwidth. */
export interface ReceiveWish {
  readonly isVisible: boolean;
  readonly width: number;
  readonly height: number;
}

/** A ceiling for what is sent as one video or audio source; null leaves the choice to the browser. */
export interface SendLimit {
  readonly maxBitrateBps: number | null;
  readonly maxFrameRate: number | null;
  /** 1 sends the full size, 2 half the width and half the height. */
  readonly scaleDownBy: number | null;
  /** Nothing of this video source is sent, whoever wants to see it. */
  readonly isOff?: boolean;
  /** Of the microphone: two channels, to those who can hear them; all sound that goes there follows it. */
  readonly isStereo?: boolean;
  /** Among what goes to one participant; sound high, screen medium and camera low when missing. */
  readonly priority?: RTCPriorityType;
  /** What an encoder that runs short keeps; a camera its frame rate and a screen its size when missing. */
  readonly degradationPreference?: RTCDegradationPreference;
}

/** How a broken connection is mended (requirement A7), gentlest first. */
export const RECOVERY_STEPS = ['ice-restart', 'signaling-reset', 'full-reconnect'] as const;
export type RecoveryStep = (typeof RECOVERY_STEPS)[number];

/** How packets travel; what diagnostics may tell of it, no address. */
export interface ConnectionPath {
  readonly local: RTCIceCandidateType;
  readonly remote: RTCIceCandidateType;
  readonly protocol: 'udp' | 'tcp';
  /** Between this device and its relay; null when there is none. */
  readonly relayProtocol: 'udp' | 'tcp' | 'tls' | null;
}

/** What diagnostics are made of: the life of one connection so far. */
export interface ConnectionReport {
  readonly participantId: string;
  readonly state: ConnectionState;
  readonly isWeak: boolean;
  /** The latest states with the time of each, milliseconds since the epoch; oldest first, bounded. */
  readonly history: readonly { readonly state: ConnectionState; readonly at: number }[];
  readonly recovery: {
    readonly attempts: Readonly<Record<RecoveryStep, number>>;
    readonly succeeded: number;
    readonly failed: number;
    /** From the first sign of trouble until the other was heard again. */
    readonly lastDurationMs: number | null;
  };
  readonly path: ConnectionPath | null;
}

export interface EngineEvents {
  /** `isSignalingReachable` tells whether newcomers can be met; media does not depend on it. */
  phase: { readonly phase: EnginePhase; readonly isSignalingReachable: boolean };
  'participant-joined': { readonly participantId: string; readonly joinedAt: number };
  'participant-left': { readonly participantId: string; readonly reason: DepartureReason };
  'connection-state': { readonly participantId: string; readonly state: ConnectionState };
  /** Nothing was heard of a connected participant for some seconds (`isWeak`), or it is heard again. */
  'connection-weak': { readonly participantId: string; readonly isWeak: boolean };
  /** The participant proved to be who was invited: data and media may flow. Once a connection. */
  'participant-ready': { readonly participantId: string };
  /** A remote track of that source is there (it may be silent until it is published), or is gone (null). */
  track: { readonly participantId: string; readonly source: TrackSource; readonly track: MediaStreamTrack | null };
  /** What that participant wants to see of ours from now on: whoever sends may make it smaller. Unknown until it is told. */
  'receive-wish': { readonly participantId: string; readonly source: 'camera' | 'screen'; readonly wish: ReceiveWish };
  /** A message as its sender gave it: JSON, checked for size but not for shape. */
  data: { readonly participantId: string; readonly data: unknown };
  /** Something failed that does not end the call, or the last error of a `failed` phase. */
  error: { readonly error: NexError; readonly participantId: string | null };
}

/** Says one event of the engine. */
export type EmitEngineEvent = <Type extends keyof EngineEvents>(type: Type, event: EngineEvents[Type]) => void;

export interface SendDataOptions {
  /** One participant; everybody when missing. */
  readonly to?: string;
  /** Ordered and retransmitted (the default), or fast: may be lost or reordered. */
  readonly isReliable?: boolean;
}

/**
 * How media and messages travel between participants, whatever carries them.
 * Nothing here says how: a mesh stands behind it today, a server may tomorrow.
 */
export interface Engine {
  /** Final once `join()` has settled: an identity that is to be resumed may turn out to be in use. */
  readonly localId: string;
  readonly phase: EnginePhase;
  on<Type extends keyof EngineEvents>(type: Type, listener: (event: EngineEvents[Type]) => void): () => void;
  /** Enters the room. Settles when others can be met; rejects with a `NexError`. */
  join(): Promise<void>;
  /** Says goodbye and releases everything. Idempotent. */
  leave(): Promise<void>;
  /** Sends `track` as `source` to everybody, now and later; null stops sending without any negotiation. */
  publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void>;
  /** Says what is wanted of a remote video track. One that is not visible is not sent; its size is advice. */
  setReceiveWish(participantId: string, source: TrackSource, wish: ReceiveWish): void;
  /** False when nobody (or not the one named) could be handed the message. */
  sendData(data: unknown, options?: SendDataOptions): boolean;
  /** Raw statistics of each connection, by participant; with a source, only of what is sent as that, which costs less. */
  getStats(source?: TrackSource): Promise<ReadonlyMap<string, RTCStatsReport>>;
  /**
   * Bounds what is sent as `source`, now and later: to everybody, or to one participant, whose whole limit then stands
   * in place of the one for all until that participant goes. Null takes the bound away.
   */
  setSendLimit(source: TrackSource, limit: SendLimit | null, participantId?: string): void;
  /** The life of each connection so far, for diagnostics. */
  describe(): Promise<readonly ConnectionReport[]>;
  /**
   * Looks for a new path to one participant, or (after a change of network, sleep or a frozen page) to everybody and to
   * the server.
   */
  reconnect(participantId?: string): void;
}

/** What an engine is made of per call; transport settings are bound by whoever creates the factory. */
export interface EngineOptions {
  readonly room: string;
  readonly secret: string | null;
  readonly maxParticipants: number;
  /** The identity this page had before it was reloaded, to take its old place; null for a new one. */
  readonly resumeId: string | null;
}

/** A promise, because a concrete engine is loaded when joining starts, not with the page. */
export type EngineFactory = (options: EngineOptions) => Promise<Engine>;
