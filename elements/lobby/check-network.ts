import type { CallOptions } from '../../src/call/call-options.js';
import { fetchIceServers } from '../../src/call/ice/fetch-ice-servers.js';
import { systemClock } from '../../src/base/clock.js';

const SERVER_PATIENCE_MS = 6000;
const GATHERING_PATIENCE_MS = 8000;

export interface NetworkAnswer {
  readonly isOffline: boolean;
  /** `unknown`: the page names none. */
  readonly server: 'reachable' | 'unreachable' | 'unknown';
  /**
   * `relay`: by a relay at worst. `direct`: the page has no relay. `no-relay`: it has, and that does not answer.
   * `relay-missing`: the page allows nothing else. `local`: no answer from outside. `none`: not even a network.
   * `unknown`: the page names no servers to ask. `failed`: their list could not be had.
   */
  readonly path: 'relay' | 'direct' | 'no-relay' | 'relay-missing' | 'local' | 'none' | 'unknown' | 'failed';
}

export interface NetworkTools {
  /** Settles when the server answers, whatever it says. */
  readonly ask: (url: string) => Promise<unknown>;
  /** The kinds of candidates that the browser finds with these servers. */
  readonly gather: (servers: readonly RTCIceServer[], isRelayOnly: boolean) => Promise<ReadonlySet<string>>;
  readonly fetchServers: (url: string) => Promise<readonly RTCIceServer[]>;
  readonly isOnline: () => boolean;
}

export type NetworkOptions = Pick<CallOptions, 'servers' | 'iceServers' | 'iceServersUrl' | 'isRelayOnly'>;

/** What can be known of the network before joining. Asks nobody but the servers that the page names. */
export async function checkNetwork(options: NetworkOptions, tools: NetworkTools = browserTools): Promise<NetworkAnswer> {
  if (!tools.isOnline()) return { isOffline: true, server: 'unknown', path: 'unknown' };
  const [server, path] = await Promise.all([checkServers(options, tools), checkPath(options, tools)]);
  return { isOffline: false, server, path };
}

async function checkServers({ servers }: NetworkOptions, { ask }: NetworkTools): Promise<NetworkAnswer['server']> {
  if (servers.length === 0) return 'unknown';
  // One is enough: they are tried in order.
  return Promise.any(servers.map((server) => ask(toHttp(server)))).then(
    () => 'reachable',
    () => 'unreachable',
  );
}

async function checkPath({ iceServers, iceServersUrl, isRelayOnly }: NetworkOptions, tools: NetworkTools): Promise<NetworkAnswer['path']> {
  let servers = iceServers;
  if (iceServersUrl !== null) {
    try {
      servers = await tools.fetchServers(iceServersUrl);
    } catch {
      return 'failed';
    }
  }
  const urls = servers.flatMap((server) => server.urls);
  if (urls.length === 0) return isRelayOnly ? 'relay-missing' : 'unknown';
  const kinds = await tools.gather(servers, isRelayOnly);
  if (kinds.has('relay')) return 'relay';
  if (isRelayOnly) return 'relay-missing';
  const hasRelay = urls.some((url) => url.startsWith('turn'));
  if (kinds.has('srflx')) return hasRelay ? 'no-relay' : 'direct';
  return kinds.size > 0 ? 'local' : 'none';
}

function toHttp(server: string): string {
  return new URL(server, location.href).href.replace(/^ws/, 'http');
}

const browserTools: NetworkTools = {
  ask: (url) => fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(SERVER_PATIENCE_MS) }),
  fetchServers: async (url) => (await fetchIceServers(url, systemClock.now)).servers,
  isOnline: () => navigator.onLine,
  async gather(servers, isRelayOnly) {
    const connection = new RTCPeerConnection({ iceServers: [...servers], iceTransportPolicy: isRelayOnly ? 'relay' : 'all' });
    const kinds = new Set<string>();
    let cancel = (): void => undefined;
    try {
      const done = new Promise<void>((resolve) => {
        cancel = systemClock.after(GATHERING_PATIENCE_MS, resolve);
        connection.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve();
          else if (candidate.type !== null && candidate.candidate !== '') kinds.add(candidate.type);
          // Nothing better can come.
          if (candidate?.type === 'relay') resolve();
        };
      });
      connection.createDataChannel('');
      await connection.setLocalDescription();
      await done;
    } catch {
      // A browser that refuses finds nothing.
    } finally {
      cancel();
      connection.close();
    }
    return kinds;
  },
};
