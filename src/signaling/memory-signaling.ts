import type { Clock } from '../base/clock.js';
import { systemClock } from '../base/clock.js';
import { silentLogger } from '../base/logger.js';
import { MemoryServer } from './memory-server.js';
import { ReconnectingEndpoint } from './reconnecting-endpoint.js';
import type { LineOpener } from './signaling-line.js';
import type { SignalingMessage, SignalingPort } from './signaling-port.js';

export interface MemoryNetworkOptions {
  /** How long a message, or claiming an address, takes. Default 0: in microtasks, whatever the clock says. */
  readonly delayMs?: number;
  /** How long messages wait for their receiver to appear before they are given back. Default 5000. */
  readonly expiryMs?: number;
  /** How long the server believes in a connection that has fallen silent. Default 90 000. */
  readonly aliveMs?: number;
  /** Default 1. */
  readonly serverCount?: number;
  readonly clock?: Clock;
}

export interface MemoryPortOptions {
  /** What `cut`, `mend` and `halfOpen` may call everything that is opened here. */
  readonly name?: string;
  /** The servers that are known here, from 0, the most wanted first. Default all of them in their order. */
  readonly servers?: readonly number[];
  /** Spreads the attempts to reconnect, 0 to below 1. Default always 0.5: the delays of the policy as they are. */
  readonly random?: () => number;
}

/**
 * Signalling servers in the process, for tests: they behave as PeerServer and the PeerJS adapter do together. `names` are
 * addresses, or names of ports, which mean everything that was opened there.
 */
export interface MemoryNetwork {
  port(options?: MemoryPortOptions): SignalingPort;
  /** The server (the first, when none is named) dies: every address is forgotten, messages on the way are lost. */
  stop(server?: number): void;
  /** The server is back, knowing nothing; endpoints claim their addresses again at their next attempt. */
  start(server?: number): void;
  /** The connections of these addresses (all when none is named) break; the server notices at once and frees them. */
  dropSockets(...addresses: readonly string[]): void;
  /** Nothing passes between these and any server, nobody is told, and the server goes on holding their addresses. */
  cut(...names: readonly string[]): void;
  /** Ends what `cut` began (all of it when none is named). What was sent meanwhile is lost. */
  mend(...names: readonly string[]): void;
  /** The present connections of these die and neither end is told; new ones are not concerned. */
  halfOpen(...names: readonly string[]): void;
  /** Sees every message as it is sent and may change or drop it (null). Only the latest interceptor counts. */
  intercept(run: (message: SignalingMessage) => SignalingMessage | null): void;
}

export function createMemoryNetwork(options: MemoryNetworkOptions = {}): MemoryNetwork {
  const { clock = systemClock, delayMs = 0, expiryMs = 5000, aliveMs = 90_000, serverCount = 1 } = options;
  const servers = Array.from({ length: serverCount }, () => new MemoryServer({ clock, delayMs, expiryMs, aliveMs }));
  const each = (run: (server: MemoryServer) => void): void => {
    servers.forEach(run);
  };
  return {
    port: ({ name = '', servers: known = [...servers.keys()], random = () => 0.5 } = {}) => ({
      async open(address, handlers, openOptions = {}) {
        const client = { address, name };
        const openers = known
          .flatMap((index) => servers[index] ?? [])
          .map(
            (server): LineOpener =>
              (events, openTimeoutMs) =>
                server.openLine(client, events, openTimeoutMs),
          );
        const endpoint = new ReconnectingEndpoint({ ...openOptions, address, handlers, openers, clock, random, logger: silentLogger });
        return (await endpoint.start()) === 'taken' ? 'taken' : endpoint;
      },
    }),
    stop: (server = 0) => servers[server]?.stop(),
    start: (server = 0) => {
      const started = servers[server];
      if (started !== undefined) started.isUp = true;
    },
    dropSockets: (...addresses) => {
      each((server) => {
        server.drop(addresses);
      });
    },
    cut: (...names) => {
      each((server) => {
        server.cut(names);
      });
    },
    mend: (...names) => {
      each((server) => {
        server.mend(names);
      });
    },
    halfOpen: (...names) => {
      each((server) => {
        server.killSilently(names);
      });
    },
    intercept: (run) => {
      each((server) => {
        server.interceptor = run;
      });
    },
  };
}
