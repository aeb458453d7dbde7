import { expect } from '@open-wc/testing';
import type { NexError } from '../../../src/base/nex-error.js';
import * as entry from '../../../src/core/index.js';
import { createCore } from '../../../src/core/index.js';
import type * as ours from '../../../src/core/nexrtc-core.js';

/*
 * A copy of the contract as it was frozen. It is not brought in line with the sources: where they differ, they are wrong.
 * Types are written out, so that a change of a type that is used by the contract shows here too.
 */
type FrozenState = 'idle' | 'connecting' | 'connected' | 'disconnected' | 'failed';
type FrozenLevel = 'excellent' | 'good' | 'fair' | 'poor' | 'critical';

interface FrozenStats {
  readonly rtt: number | null;
  readonly jitter: number | null;
  readonly packetLoss: number | null;
  readonly bandwidth: number | null;
  readonly timestamp: number;
}

interface FrozenConfig {
  readonly signaling: { readonly url: string; readonly token?: string; readonly reconnectAttempts?: number };
  readonly iceServers: readonly RTCIceServer[];
  readonly media: { readonly video: boolean | MediaTrackConstraints; readonly audio: boolean | MediaTrackConstraints };
  readonly debug?: boolean;
}

interface FrozenEvents {
  connection_established: { readonly connectionId: string; readonly roomId: string; readonly participantId: string };
  connection_failed: { readonly connectionId: string; readonly roomId: string; readonly error: NexError };
  connection_closed: {
    readonly connectionId: string;
    readonly roomId: string;
    readonly reason: 'left' | 'removed' | 'ended' | 'room-full' | 'denied' | 'connection-lost';
  };
  participant_joined: { readonly connectionId: string; readonly participantId: string; readonly name: string; readonly joinedAt: number };
  participant_left: { readonly connectionId: string; readonly participantId: string; readonly name: string; readonly reason: string };
  media_stream_added: { readonly connectionId: string; readonly participantId: string | null; readonly stream: MediaStream };
  media_stream_removed: { readonly connectionId: string; readonly participantId: string | null; readonly stream: MediaStream };
  quality_changed: {
    readonly connectionId: string;
    readonly participantId: string | null;
    readonly level: FrozenLevel;
    readonly score: number;
  };
  network_stats_updated: { readonly connectionId: string; readonly participantId: string; readonly stats: FrozenStats };
  error_occurred: { readonly connectionId: string; readonly error: NexError };
}

interface FrozenHandle {
  readonly id: string;
  readonly roomId: string;
  readonly state: FrozenState;
  readonly localStream: MediaStream | null;
  readonly remoteStreams: ReadonlyMap<string, MediaStream>;
  on<Type extends keyof FrozenEvents>(event: Type, callback: (data: FrozenEvents[Type]) => void): void;
  off<Type extends keyof FrozenEvents>(event: Type, callback: (data: FrozenEvents[Type]) => void): void;
}

interface FrozenCore {
  initialize(config: FrozenConfig): Promise<void>;
  createConnection(roomId: string): Promise<FrozenHandle>;
  joinRoom(handle: FrozenHandle): Promise<void>;
  leaveRoom(handle: FrozenHandle): Promise<void>;
  toggleVideo(handle: FrozenHandle): Promise<void>;
  toggleAudio(handle: FrozenHandle): Promise<void>;
  getStats(handle: FrozenHandle): Promise<RTCStatsReport>;
  destroy(): Promise<void>;
  on<Type extends keyof FrozenEvents>(event: Type, callback: (data: FrozenEvents[Type]) => void): void;
  off<Type extends keyof FrozenEvents>(event: Type, callback: (data: FrozenEvents[Type]) => void): void;
}

/** True only for types that are the same to the compiler, optional and read-only members included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type All<Checks extends readonly true[]> = Checks;
/** Every member of an object type by itself: whether both are the same however they were put together. */
type Flat<Type> = Type extends (...args: never[]) => unknown ? Type : { [Key in keyof Type]: Flat2<Type[Key]> };
type Flat2<Type> = Type extends NexError | MediaStream ? Type : { [Key in keyof Type]: Type[Key] };

/** The compiler is the test: `npm run types` fails when one of these is not true. */
export type Frozen = All<
  [
    Same<ours.ConnectionStatus, FrozenState>,
    Same<ours.CoreEventType, keyof FrozenEvents>,
    Same<Flat<ours.CoreConfig>, Flat<FrozenConfig>>,
    Same<Flat<ours.CoreEvents>, Flat<FrozenEvents>>,
    Same<keyof ours.ConnectionHandle, keyof FrozenHandle>,
    Same<keyof ours.NexRTCCore, keyof FrozenCore>,
  ]
>;

const forwards = (core: ours.NexRTCCore): FrozenCore => core;
const backwards = (core: FrozenCore): ours.NexRTCCore => core;
const handleForwards = (handle: ours.ConnectionHandle): FrozenHandle => handle;
const handleBackwards = (handle: FrozenHandle): ours.ConnectionHandle => handle;

describe('the frozen contract', () => {
  it('has every method, and no more', async () => {
    const core = backwards(forwards(createCore()));
    const methods = [
      'initialize',
      'createConnection',
      'joinRoom',
      'leaveRoom',
      'toggleVideo',
      'toggleAudio',
      'getStats',
      'destroy',
      'on',
      'off',
    ];
    expect(Object.getOwnPropertyNames(Object.getPrototypeOf(core)).filter((name) => name !== 'constructor')).to.have.members(methods);
    await core.destroy();
  });

  it('gives handles with just these members, that cannot be replaced', async () => {
    const core = createCore();
    await core.initialize({ signaling: { url: 'https://signal.example/' }, iceServers: [], media: { video: true, audio: true } });
    const handle = handleBackwards(handleForwards(await core.createConnection('room')));
    expect(Object.keys(handle)).to.have.members(['id', 'roomId', 'state', 'localStream', 'remoteStreams', 'on', 'off']);
    expect(() => Object.assign(handle, { state: 'connected' })).to.throw(TypeError);
    expect([handle.roomId, handle.state, handle.localStream, handle.remoteStreams.size]).to.deep.equal(['room', 'idle', null, 0]);
    await core.destroy();
  });

  it('is what the entry point gives', () => {
    expect(Object.keys(entry)).to.have.members(['createCore', 'NexError', 'ERROR_CODES']);
  });
});
