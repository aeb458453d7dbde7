import type { Peer, PeerOptions } from 'peerjs';
import type { Clock } from '../base/clock.js';
import { NexError } from '../base/nex-error.js';
import { randomHex } from '../base/random.js';
import { Scope } from '../base/scope.js';
import { LINE_TIMES, type LineEvents, type SignalingLine } from './signaling-line.js';

/** The part of PeerJS's own socket that is used. Declared in its types, internal by its docs: hence the exact version. */
interface PeerSocket {
  on(type: 'message', listener: (message: unknown) => void): unknown;
  listeners(type: 'message'): ((message: unknown) => void)[];
  removeAllListeners(type: 'message'): unknown;
  send(message: object): void;
}

export interface PeerLineOptions {
  readonly address: string;
  readonly createPeer: (address: string, options: PeerOptions) => Peer;
  readonly peerOptions: PeerOptions;
  readonly clock: Clock;
  readonly openTimeoutMs: number;
}

/** After a takeover by the same token the server says nothing, so the line asks by writing to itself. */
const OPENING_ECHO_PERIOD_MS = 300;
/** The server relays only PeerJS's own message types; this one carries ours. */
const CARRIER = 'OFFER';
const PAYLOAD = 'nexrtc';

/** Opens one address on one PeerServer by one PeerJS `Peer`, of which only identity, socket and heartbeat are used. */
export function openPeerLine(options: PeerLineOptions, events: LineEvents): SignalingLine {
  const { address } = options;
  const scope = new Scope(options.clock);
  const echo = randomHex(8);
  let cancelCheck: (() => void) | null = null;
  let isOpen = false;

  const end = (reason: 'taken' | NexError): void => {
    if (scope.isClosed) return;
    scope.close();
    events.handleEnd(reason);
  };

  let peer: Peer;
  try {
    peer = options.createPeer(address, options.peerOptions);
  } catch (cause) {
    scope.after(0, () => {
      end(unreachable('The browser refuses to connect to the signalling server.', cause));
    });
    return {
      send: () => undefined,
      check: () => undefined,
      close: () => {
        scope.close();
      },
    };
  }
  const socket = peer.socket as PeerSocket;
  const write = (to: string, payload: object): void => {
    socket.send({ type: CARRIER, dst: to, payload: { type: PAYLOAD, ...payload } });
  };

  const opening = scope.child();
  opening.every(OPENING_ECHO_PERIOD_MS, () => {
    write(address, { echo });
  });
  opening.after(options.openTimeoutMs, () => {
    end(unreachable('The signalling server did not answer in time.'));
  });

  const check = (): void => {
    if (!isOpen || scope.isClosed || cancelCheck !== null) return;
    write(address, { echo });
    cancelCheck = scope.after(LINE_TIMES.checkTimeoutMs, () => {
      end(unreachable('The signalling server went silent.'));
    });
  };
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    opening.close();
    // The server never answers heartbeats: without this a half-open connection would go unnoticed.
    scope.every(LINE_TIMES.checkPeriodMs, check);
    events.handleOpen();
  };
  /** What other peers sent. Being relayed something is proof enough that the address is ours. */
  const receive = (from: string, payload: Readonly<Record<string, unknown>>): void => {
    if (payload['type'] !== PAYLOAD) return;
    open();
    if ('content' in payload) events.handleMessage({ from, to: address, content: payload['content'] });
    else if (from === address && payload['echo'] === echo) {
      cancelCheck?.();
      cancelCheck = null;
    }
  };

  const inner = socket.listeners('message');
  socket.removeAllListeners('message');
  socket.on('message', (message) => {
    if (scope.isClosed || !isRecord(message)) return;
    const { type, src, payload } = message;
    if (typeof src !== 'string') {
      // From the server itself.
      if (type === 'OPEN') open();
      for (const listener of inner) listener(message);
    } else if (type === 'EXPIRE' || type === 'LEAVE') {
      events.handleUndeliverable(src);
    } else if (isRecord(payload)) {
      // Never to PeerJS: it would answer a stranger's offer with a connection of its own.
      receive(src, payload);
    }
  });
  peer.on('error', (error) => {
    end(error.type === 'unavailable-id' ? 'taken' : toNexError(error.type, error));
  });
  peer.on('disconnected', () => {
    end(unreachable('The connection to the signalling server ended.'));
  });
  scope.add(() => {
    peer.destroy();
  });
  return {
    send: (to, content) => {
      write(to, { content });
    },
    check,
    close: () => {
      scope.close();
    },
  };
}

function toNexError(type: string, error: Error): NexError {
  if (type === 'invalid-key' || (type === 'server-error' && /invalid (key|token)|unauthori[sz]ed|forbidden/i.test(error.message))) {
    return new NexError('signaling/unauthorized', 'The signalling server refused the key or token.', { cause: error });
  }
  if (type === 'browser-incompatible') {
    return new NexError('environment/webrtc-missing', 'This browser has no WebRTC.', { fatal: true, cause: error });
  }
  if (type === 'invalid-id') {
    return new NexError('config/invalid', 'PeerJS does not take this address.', { fatal: true, detail: { option: 'address' } });
  }
  return unreachable('The signalling server cannot be reached.', error);
}

function unreachable(message: string, cause?: unknown): NexError {
  return new NexError('signaling/unreachable', message, { retryable: true, cause });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
