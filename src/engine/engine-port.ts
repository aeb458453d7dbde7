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

/** What this device wants to receive of a remote track, in device pixels; an unseen one costs no bandwidth. */
export interface ReceiveWish {
  readonly isVisible: boolean;
  readonly width: number;
  readonly height: number;
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
  readonly localId: string;
  readonly phase: EnginePhase;
  on<Type extends keyof EngineEvents>(type: Type, listener: (event: EngineEvents[Type]) => void): () => void;
  /** Enters the room. Settles when others can be met; rejects with a `NexError`. */
  join(): Promise<void>;
  /** Says goodbye and releases everything. Idempotent. */
  leave(): Promise<void>;
  /** Sends `track` as `source` to everybody, now and later; null stops sending without any negotiation. */
  publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void>;
  /** Says what is wanted of a remote video track. */
  setReceiveWish(participantId: string, source: TrackSource, wish: ReceiveWish): void;
  /** False when nobody (or not the one named) could be handed the message. */
  sendData(data: unknown, options?: SendDataOptions): boolean;
  /** Raw statistics of each connection, by participant. */
  getStats(): Promise<ReadonlyMap<string, RTCStatsReport>>;
  /** Looks for a new path to one participant, or to everybody. */
  reconnect(participantId?: string): void;
}

/** What an engine is made of per call; transport settings are bound by whoever creates the factory. */
export interface EngineOptions {
  readonly room: string;
  readonly secret: string | null;
  readonly maxParticipants: number;
}

/** A promise, because a concrete engine is loaded when joining starts, not with the page. */
export type EngineFactory = (options: EngineOptions) => Promise<Engine>;
