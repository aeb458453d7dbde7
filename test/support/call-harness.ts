import type { NexError } from '../../src/base/nex-error.js';
import { silentLogger, type Logger } from '../../src/base/logger.js';
import type { CallInput } from '../../src/call/call-options.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { createController } from '../../src/call/call-controller.js';
import { IceServers } from '../../src/call/ice/ice-servers.js';
import { readOptions } from '../../src/call/read-options.js';
import type { TabStorage } from '../../src/room/own-words.js';
import type { EngineOptions } from '../../src/engine/engine-port.js';
import type { DeviceCarePorts } from '../../src/call/later/late-options.js';
import { FakeDeviceCare } from './fake-device-care.js';
import { createFakeClock, type FakeClock } from './fake-clock.js';
import { FakeEngine } from './fake-engine.js';
import { FakeAudioOutput, FakeDeviceMemory, FakeLevelMeter, FakeMedia } from './fake-media.js';
import { FakeRestoreStore, FakeWorld } from './fake-world.js';

export interface CallHarness {
  readonly call: Call;
  /** The engine of the last join; a new one each time. */
  readonly engine: FakeEngine;
  readonly engines: FakeEngine[];
  readonly media: FakeMedia;
  readonly audioOutput: FakeAudioOutput;
  readonly levelMeter: FakeLevelMeter;
  readonly clock: FakeClock;
  readonly world: FakeWorld;
  readonly restoreStore: FakeRestoreStore;
  readonly deviceMemory: FakeDeviceMemory;
  readonly deviceCare: FakeDeviceCare;
  /** What each engine was made with. */
  readonly engineOptions: EngineOptions[];
  readonly events: { readonly type: keyof CallEvents; readonly event: unknown }[];
  named(type: keyof CallEvents): unknown[];
}

export interface HarnessOptions {
  readonly input?: Partial<CallInput>;
  readonly obstacle?: NexError;
  /** Called with each engine before it is joined. */
  readonly prepare?: (engine: FakeEngine, index: number) => void;
  readonly loading?: Promise<void>;
  /** Of an earlier page in the same tab. */
  readonly restoreStore?: FakeRestoreStore;
  readonly deviceMemory?: FakeDeviceMemory;
  /** How the world is from the beginning. */
  readonly world?: Partial<Pick<FakeWorld, 'isOnline' | 'isHidden' | 'isHandheld' | 'isMemorySmall' | 'power'>>;
  readonly iceServers?: (clock: FakeClock) => IceServers;
  readonly logger?: Logger;
  /** Of an earlier page in the same tab; nothing is kept without. */
  readonly tabStorage?: TabStorage;
  /** Instead of the fake's. */
  readonly loadDeviceCare?: () => Promise<DeviceCarePorts>;
}

const EVENTS: readonly (keyof CallEvents)[] = [
  'call-joined',
  'call-left',
  'state-changed',
  'participant-joined',
  'participant-left',
  'participant-changed',
  'media-changed',
  'stream-added',
  'stream-removed',
  'speaker-changed',
  'quality-changed',
  'stats-updated',
  'device-changed',
  'message-received',
  'hand-changed',
  'reaction-received',
  'error',
];

/** The real controller between fakes, with everything it tells written down. */
export function createCallHarness(harnessOptions: HarnessOptions = {}): CallHarness {
  const { input = {}, obstacle, prepare, loading } = harnessOptions;
  const { restoreStore = new FakeRestoreStore(), deviceMemory = new FakeDeviceMemory() } = harnessOptions;
  const engines: FakeEngine[] = [];
  const engineOptions: EngineOptions[] = [];
  const world = Object.assign(new FakeWorld(), harnessOptions.world);
  const media = new FakeMedia();
  const audioOutput = new FakeAudioOutput();
  const levelMeter = new FakeLevelMeter();
  const deviceCare = new FakeDeviceCare();
  const clock = createFakeClock();
  const call = createController({
    options: readOptions({ room: 'test', name: 'Me', ...input }),
    loadEngine: () => undefined,
    createEngine: async (given) => {
      await loading;
      engineOptions.push(given);
      const engine = new FakeEngine(given.resumeId ?? `me-${engines.length}`);
      prepare?.(engine, engines.length);
      engines.push(engine);
      return engine;
    },
    media,
    audioOutput,
    levelMeter,
    deviceMemory,
    world,
    restoreStore,
    tabStorage: harnessOptions.tabStorage ?? null,
    loadDeviceCare: harnessOptions.loadDeviceCare ?? (() => Promise.resolve(deviceCare)),
    iceServers: harnessOptions.iceServers?.(clock) ?? new IceServers({ fetch: null, given: [], clock }),
    clock,
    logger: harnessOptions.logger ?? silentLogger,
    checkEnvironment: () => obstacle ?? null,
  });
  const events: { type: keyof CallEvents; event: unknown }[] = [];
  for (const type of EVENTS) call.on(type, (event) => events.push({ type, event }));
  return {
    call,
    engines,
    media,
    audioOutput,
    levelMeter,
    clock,
    world,
    restoreStore,
    deviceMemory,
    deviceCare,
    engineOptions,
    events,
    get engine() {
      return engines.at(-1)!;
    },
    named: (type) => events.filter((entry) => entry.type === type).map((entry) => entry.event),
  };
}

/** A call that has been joined, with its captures running. */
export async function createJoinedCall(options: HarnessOptions = {}): Promise<CallHarness> {
  const harness = createCallHarness(options);
  await harness.call.join();
  await settle();
  return harness;
}

/** A joined call whose late features are there. */
export async function createStandingCall(options: HarnessOptions = {}): Promise<CallHarness> {
  const harness = await createJoinedCall(options);
  await loadLate();
  return harness;
}

/** What is loaded late is there, and has begun. */
export async function loadLate(): Promise<void> {
  await import('../../src/call/later/late-features.js');
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await settle();
}

/** Lets everything that waits for promises go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** The code of what `run` rejects with; fails when it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as NexError).code;
  }
  throw new Error('It did not reject');
}
