import type { Peer, PeerOptions } from 'peerjs';
import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { NexError } from '../base/nex-error.js';
import { randomHex } from '../base/random.js';
import { Scope } from '../base/scope.js';
import { openPeerLine } from './peer-line.js';
import { createProbedOpener } from './probed-opener.js';
import { ReconnectingEndpoint } from './reconnecting-endpoint.js';
import { parseServerUrl } from './server-url.js';
import type { LineOpener } from './signaling-line.js';
import type { EndpointHandlers, OpenOptions, SignalingEndpoint, SignalingPort } from './signaling-port.js';

export interface PeerJsSignalingOptions {
  /** PeerServer URLs, the most wanted first: tried in this order, and returned to when an earlier one is back. None means the public PeerJS cloud. */
  readonly servers: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * For servers that check who connects: the query parameter `token` is this, `~` and a random part. The random part
   * is needed since PeerServer takes the same address with the same token for one client that comes back.
   */
  readonly token?: string | null;
  /** How often the server is told that this side is there, milliseconds; it wants to hear so once a minute. Default: every 5 s. */
  readonly pingIntervalMs?: number;
  /** 0 to below 1, spreads the attempts to reconnect. Default `Math.random`. */
  readonly random?: () => number;
  /** How often a lost server is tried again until the network or the page comes back. Default: without end. */
  readonly reconnectAttempts?: number;
}

/**
 * Signalling by the PeerServer protocol, with PeerJS as the client of it and nothing more.
 * Throws `config/invalid` for a server URL that cannot be used.
 */
export function createPeerJsSignaling(options: PeerJsSignalingOptions): SignalingPort {
  const base = (globalThis as { location?: Location }).location?.href;
  const servers: readonly PeerOptions[] = options.servers.map((server) => ({ ...parseServerUrl(server, base) }));
  return {
    async open(address, handlers, openOptions = {}) {
      const openers = await createOpeners(address, servers.length > 0 ? servers : [{}], options);
      return openEndpoint({ address, handlers, openers, ...openOptions }, options);
    },
  };
}

async function openEndpoint(
  what: OpenOptions & { readonly address: string; readonly handlers: EndpointHandlers; readonly openers: readonly LineOpener[] },
  { clock, logger, random = Math.random, reconnectAttempts }: PeerJsSignalingOptions,
): Promise<SignalingEndpoint | 'taken'> {
  const scope = new Scope(clock);
  const endpoint = new ReconnectingEndpoint({
    ...what,
    clock,
    logger,
    random,
    ...(reconnectAttempts === undefined ? {} : { reconnectAttempts }),
    onFinal: () => {
      scope.close();
    },
  });
  scope.listen(window, 'online', () => {
    endpoint.reconnectNow();
  });
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible') endpoint.reconnectNow();
  });
  return (await endpoint.start()) === 'taken' ? 'taken' : endpoint;
}

async function createOpeners(
  address: string,
  servers: readonly PeerOptions[],
  { clock, token, pingIntervalMs = 5000 }: PeerJsSignalingOptions,
): Promise<readonly LineOpener[]> {
  const PeerClass = await loadPeer();
  const randomPart = randomHex(16);
  const clientToken = token ? `${encodeURIComponent(token)}~${randomPart}` : randomPart;
  return servers.map((server): LineOpener => {
    const open: LineOpener = (events, openTimeoutMs) =>
      openPeerLine(
        {
          address,
          clock,
          openTimeoutMs,
          createPeer: (id, peerOptions) => new PeerClass(id, peerOptions),
          // Without a config of our own PeerJS would bring TURN servers that no longer exist.
          peerOptions: { ...server, pingInterval: pingIntervalMs, token: clientToken, config: { iceServers: [] }, debug: 0 },
        },
        events,
      );
    const { host, port, path, secure } = server;
    if (host === undefined) return open;
    return createProbedOpener(`${secure ? 'https' : 'http'}://${host}:${String(port)}${path ?? '/'}`, clock, open);
  });
}

/** Only when joining: nothing of PeerJS is loaded by a page that merely shows the elements. */
async function loadPeer(): Promise<typeof Peer> {
  try {
    return (await import('peerjs')).Peer;
  } catch (cause) {
    throw new NexError('signaling/unreachable', 'The signalling client could not be loaded.', { retryable: true, cause });
  }
}
