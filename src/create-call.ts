import { systemClock } from './base/clock.js';
import { createConsoleLogger, silentLogger } from './base/logger.js';
import { createWorkerClock } from './base/worker-clock.js';
import type { Call } from './call/call.js';
import { createController } from './call/call-controller.js';
import type { CallInput, CallOptions } from './call/call-options.js';
import { checkEnvironment } from './call/check-environment.js';
import { fetchIceServers } from './call/fetch-ice-servers.js';
import { readOptions } from './call/read-options.js';
import type { EngineFactory } from './engine/engine-port.js';
import { createAudioOutput } from './media/audio-output.js';
import { createBrowserMedia } from './media/browser-media.js';
import { createLevelMeter } from './media/level-meter.js';

/**
 * A call, ready to be joined; nothing is asked of the network or of a device yet.
 * Throws `config/invalid`, naming the attribute, the value and what it takes.
 */
export function createCall(input: CallInput): Call {
  const options = readOptions(input);
  const clock = systemClock;
  const logger = options.debug === null ? silentLogger : createConsoleLogger(options.debug);

  // Loaded when joining starts: a page that shows only the lobby does not pay for the engine.
  const createEngine: EngineFactory = async (engineOptions) => {
    const [{ createMeshEngine }, { createPeerJsSignaling }] = await Promise.all([
      import('./engine/mesh/mesh-engine.js'),
      import('./signaling/peerjs-adapter.js'),
    ]);
    return createMeshEngine({
      ...engineOptions,
      signaling: createPeerJsSignaling({ servers: options.servers, clock, logger }),
      rtcConfiguration: () => readRtcConfiguration(options),
      // Heartbeats must not slow down in a hidden tab.
      clock: createWorkerClock(),
      logger,
    });
  };

  return createController({
    options,
    createEngine,
    media: createBrowserMedia({ clock }),
    audioOutput: createAudioOutput({ clock }),
    levelMeter: createLevelMeter({ clock }),
    clock,
    logger,
    checkEnvironment,
  });
}

async function readRtcConfiguration({ iceServers, iceServersUrl, isRelayOnly }: CallOptions): Promise<RTCConfiguration> {
  const servers = iceServersUrl === null ? iceServers : await fetchIceServers(iceServersUrl);
  return { iceServers: [...servers], iceTransportPolicy: isRelayOnly ? 'relay' : 'all' };
}
