import { systemClock } from './base/clock.js';
import { createConsoleLogger, silentLogger } from './base/logger.js';
import { createWorkerClock } from './base/worker-clock.js';
import type { Call } from './call/call.js';
import { createController } from './call/call-controller.js';
import type { CallExtras } from './call/call-extras.js';
import type { CallInput } from './call/call-options.js';
import { checkEnvironment } from './call/check-environment.js';
import { fetchIceServers } from './call/ice/fetch-ice-servers.js';
import { IceServers } from './call/ice/ice-servers.js';
import { readOptions } from './call/read-options.js';
import type { EngineFactory } from './engine/engine-port.js';
import { createAudioOutput } from './media/audio-output.js';
import { createBrowserMedia } from './media/browser-media.js';
import { createDeviceMemory } from './media/device-memory.js';
import { createLevelMeter } from './media/level-meter.js';
import { createSilentAudioOutput } from './media/silent-audio-output.js';
import { createSilentLevelMeter } from './media/silent-level-meter.js';
import type { PeerJsSignalingOptions } from './signaling/peerjs-adapter.js';
import { createBrowserRestoreStore } from './world/browser-restore-store.js';
import { createBrowserWorld } from './world/browser-world.js';
import { readPageStart } from './world/page-start.js';
import { readStorage } from './world/read-storage.js';

/** Alone in a room nothing else would wake the radio of a phone as often. */
const HANDHELD_PING_MS = 20_000;

/**
 * A call, ready to be joined; nothing is asked of the network or of a device yet.
 * Throws `config/invalid`, naming the attribute, the value and what it takes.
 */
export function createCall(input: CallInput, extras: CallExtras = {}): Call {
  const options = readOptions(input);
  const clock = systemClock;
  // Heartbeats must not slow down in a hidden tab, nor must a slow timer pass for sleep.
  const steadyClock = createWorkerClock();
  const logger = options.debug === null ? silentLogger : createConsoleLogger(options.debug);
  const { iceServersUrl } = options;
  const tabStorage = extras.isForgetful === true ? null : readStorage('sessionStorage');
  const iceServers = new IceServers({
    fetch: iceServersUrl === null ? null : () => fetchIceServers(iceServersUrl, clock.now),
    given: options.iceServers,
    clock,
  });

  const world = createBrowserWorld({ clock: steadyClock, window: typeof window === 'undefined' ? null : window });

  const createEngine: EngineFactory = async (engineOptions) => {
    const [{ createMeshEngine }, { createPeerJsSignaling }] = await loadEngine();
    return createMeshEngine({
      ...engineOptions,
      signaling: createPeerJsSignaling({
        ...signalingExtras(extras),
        ...(world.isHandheld && { pingIntervalMs: HANDHELD_PING_MS }),
        servers: options.servers,
        clock,
        logger,
      }),
      rtcConfiguration: async () => ({
        iceServers: [...(await iceServers.current())],
        iceTransportPolicy: options.isRelayOnly ? 'relay' : 'all',
      }),
      clock: steadyClock,
      logger,
    });
  };

  return createController({
    options,
    createEngine,
    loadEngine: () => {
      loadEngine().catch(() => undefined);
    },
    media: createBrowserMedia({ clock, constraints: { microphone: extras.microphoneConstraints, camera: extras.cameraConstraints } }),
    audioOutput: extras.isSilent === true ? createSilentAudioOutput() : createAudioOutput({ clock }),
    levelMeter: extras.isSilent === true ? createSilentLevelMeter() : createLevelMeter({ clock }),
    deviceMemory: createDeviceMemory(extras.isForgetful === true ? null : readStorage('localStorage')),
    world,
    restoreStore: createBrowserRestoreStore({
      storage: tabStorage,
      start: readPageStart(),
      now: clock.now,
    }),
    tabStorage,
    loadDeviceCare: async () => (await import('./late-care-ports.js')).createCarePorts(),
    iceServers,
    clock,
    logger,
    checkEnvironment,
  });
}

/** Not before the visitor acts: a page that shows only the lobby does not pay for the engine. */
async function loadEngine(): Promise<[typeof import('./engine/mesh/mesh-engine.js'), typeof import('./signaling/peerjs-adapter.js')]> {
  return Promise.all([import('./engine/mesh/mesh-engine.js'), import('./signaling/peerjs-adapter.js')]);
}

function signalingExtras({ token = null, reconnectAttempts }: CallExtras): Pick<PeerJsSignalingOptions, 'token' | 'reconnectAttempts'> {
  return { token, ...(reconnectAttempts === undefined ? {} : { reconnectAttempts }) };
}
