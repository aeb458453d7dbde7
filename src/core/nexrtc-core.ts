import type { NexError } from '../base/nex-error.js';
import type { LeaveReason } from '../call/call.js';
import type { NetworkStats, QualityLevel } from '../quality/network-stats.js';

/*
 * The frozen contract (A1). Programs are written against it: nothing here is changed or taken away, and what is added
 * must leave every program that compiles today compiling. test/unit/core/contract.test.ts holds a copy.
 */

/** `connecting` also while a connection that was lost is being mended. `disconnected`: left, or ended by others. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'disconnected' | 'failed';

export interface CoreConfig {
  readonly signaling: {
    /** A PeerServer, http(s) or ws(s); several, separated by spaces, are tried in order. */
    readonly url: string;
    /** Handed to the server, for those that check who connects. */
    readonly token?: string;
    /** How often a lost server is tried again until the network or the page comes back; without end when missing. */
    readonly reconnectAttempts?: number;
  };
  readonly iceServers: readonly RTCIceServer[];
  /** False is never captured; constraints are those of `getUserMedia`. */
  readonly media: {
    readonly video: boolean | MediaTrackConstraints;
    readonly audio: boolean | MediaTrackConstraints;
  };
  /** Logs to the console; no names, rooms or secrets. */
  readonly debug?: boolean;
}

/** What each event carries. `connectionId` is the `id` of the handle. */
export interface CoreEvents {
  /** This participant is in the room; once a `joinRoom()`. */
  connection_established: { readonly connectionId: string; readonly roomId: string; readonly participantId: string };
  /** The room could not be entered, or was lost for good. */
  connection_failed: { readonly connectionId: string; readonly roomId: string; readonly error: NexError };
  /** Left, removed, or ended. */
  connection_closed: { readonly connectionId: string; readonly roomId: string; readonly reason: LeaveReason };
  /** `joinedAt`: milliseconds since the epoch, by the participant's own clock. */
  participant_joined: {
    readonly connectionId: string;
    readonly participantId: string;
    readonly name: string;
    readonly joinedAt: number;
  };
  participant_left: { readonly connectionId: string; readonly participantId: string; readonly name: string; readonly reason: string };
  /** The first track came: `remoteStreams` has the stream. `participantId` null is `localStream`. */
  media_stream_added: { readonly connectionId: string; readonly participantId: string | null; readonly stream: MediaStream };
  /** The last track is gone, or the participant, or the connection. */
  media_stream_removed: { readonly connectionId: string; readonly participantId: string | null; readonly stream: MediaStream };
  /** The level crossed a threshold. `participantId` null is the connection as a whole. `score`: 0 to 100. */
  quality_changed: {
    readonly connectionId: string;
    readonly participantId: string | null;
    readonly level: QualityLevel;
    readonly score: number;
  };
  /** Every two seconds for each participant that is connected. */
  network_stats_updated: { readonly connectionId: string; readonly participantId: string; readonly stats: NetworkStats };
  /** Whatever went wrong, whether or not the connection lives on. */
  error_occurred: { readonly connectionId: string; readonly error: NexError };
}

export type CoreEventType = keyof CoreEvents;
export type CoreListener<Type extends CoreEventType> = (data: CoreEvents[Type]) => void;

/** One room, joined or not. Only the core that made it can use it. */
export interface ConnectionHandle {
  readonly id: string;
  readonly roomId: string;
  readonly state: ConnectionStatus;
  /** What this device captures; the same object while tracks come and go, null while there are none. */
  readonly localStream: MediaStream | null;
  /**
   * What each participant sends, by participant id: camera before screen, with their sound. A stream stays the same object
   * while tracks come and go. Nothing is played by the core.
   */
  readonly remoteStreams: ReadonlyMap<string, MediaStream>;
  on<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void;
  off<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void;
}

/**
 * The engine as other programs drive it, with no element on the page. Everything rejects with a `NexError`:
 * `config/invalid` for what cannot be used, `call/invalid-state` before `initialize()`, after `destroy()`, for a handle that
 * is not of this core, and for what needs a room while in none.
 */
export interface NexRTCCore {
  /** Checks the configuration; asks nothing of the network or of a device. Once. */
  initialize(config: CoreConfig): Promise<void>;
  createConnection(roomId: string): Promise<ConnectionHandle>;
  /** Settles when others can be met. Rejects with `call/aborted` when left meanwhile, else with why not; may be tried again. */
  joinRoom(handle: ConnectionHandle): Promise<void>;
  /** Settles when the others were told and everything is released. The handle can join again. */
  leaveRoom(handle: ConnectionHandle): Promise<void>;
  /** Settles when the camera is on or off; rejects with why not, `call/aborted` when toggled again meanwhile. */
  toggleVideo(handle: ConnectionHandle): Promise<void>;
  /** As `toggleVideo()`, for the microphone. */
  toggleAudio(handle: ConnectionHandle): Promise<void>;
  /** The browser's statistics of all connections in one report: ids, and what refers to them, begin with the participant's id and `:`. */
  getStats(handle: ConnectionHandle): Promise<RTCStatsReport>;
  /** Leaves every room and releases everything; the core cannot be used again. Idempotent. */
  destroy(): Promise<void>;
  /** Events of all handles. */
  on<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void;
  off<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void;
}
