import type { CallExtras } from '../../src/call/call-extras.js';
import type { CallInput } from '../../src/call/call-options.js';
import type { CallState } from '../../src/call/call.js';
import { Core } from '../../src/core/core.js';
import type { ConnectionHandle, CoreConfig, CoreEventType } from '../../src/core/nexrtc-core.js';
import { createFakeCall, type FakeCall } from './fake-call.js';

export const CONFIG: CoreConfig = { signaling: { url: 'https://signal.example/' }, iceServers: [], media: { video: true, audio: true } };
const EVENTS: readonly CoreEventType[] = [
  'connection_established',
  'connection_failed',
  'connection_closed',
  'participant_joined',
  'participant_left',
  'media_stream_added',
  'media_stream_removed',
  'quality_changed',
  'network_stats_updated',
  'error_occurred',
];

/** A core between a program and fake calls, with all that its handle tells written down. */
export interface CoreBench {
  readonly core: Core;
  readonly handle: ConnectionHandle;
  readonly calls: FakeCall[];
  readonly made: { readonly input: CallInput; readonly extras: CallExtras }[];
  readonly told: [CoreEventType, object][];
  readonly names: () => CoreEventType[];
  /** The call of the last join. */
  readonly call: FakeCall;
  /** The call says that it is so now. */
  move(status: CallState['status'], patch?: Partial<CallState>): void;
}

export async function createCoreBench(config: CoreConfig = CONFIG): Promise<CoreBench> {
  const calls: FakeCall[] = [];
  const made: CoreBench['made'] = [];
  const core = new Core({
    createCall: (input, extras) => {
      made.push({ input, extras });
      calls.push(createFakeCall());
      return calls.at(-1)!;
    },
  });
  await core.initialize(config);
  const handle = await core.createConnection('room');
  const told: CoreBench['told'] = [];
  for (const event of EVENTS) handle.on(event, (data) => told.push([event, data]));
  const bench: CoreBench = {
    core,
    handle,
    calls,
    made,
    told,
    names: () => told.map(([event]) => event),
    get call() {
      return calls.at(-1)!;
    },
    move(status, patch = {}) {
      const previous = bench.call.state.status;
      bench.call.patch({ status, ...patch });
      bench.call.emit('state-changed', { state: status, previous });
    },
  };
  return bench;
}

export async function createJoinedCore(config?: CoreConfig): Promise<CoreBench> {
  const bench = await createCoreBench(config);
  await bench.core.joinRoom(bench.handle);
  bench.move('joining');
  bench.move('connected');
  return bench;
}
