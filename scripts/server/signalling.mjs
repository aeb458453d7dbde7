import { ExpressPeerServer } from 'peer';
import { WebSocket, WebSocketServer } from 'ws';
import { MessageBudget } from './message-budget.mjs';
import { isLoopbackOrigin, originCheck } from './origin-check.mjs';

const MAX_PAYLOAD_BYTES = 64 * 1024;
/** PeerJS clients beat every 5 s, but a hidden tab's timers may run once a minute only. */
const ALIVE_TIMEOUT_MS = 90_000;
const CLOSE_POLICY_VIOLATION = 1008;

/**
 * PeerServer with what it lacks: a size limit, an origin check, a message rate limit a connection, and an `error`
 * listener (without one a single malformed frame ends the process).
 *
 * @param {import('node:http').Server} httpServer the server whose upgrades are served
 * @param {object} [options]
 * @param {readonly string[]} [options.allowedOrigins] further origins that may connect
 * @param {{ burst?: number, perSecond?: number }} [options.messageRate]
 * @param {(request: import('node:http').IncomingMessage) => boolean} [options.authorize] a further say on each socket
 * @returns {{ app: import('express').Express, closeSockets: () => void }} `app` is to be mounted by the caller
 */
export function createSignalling(httpServer, { allowedOrigins = [], messageRate, authorize = () => true } = {}) {
  const isAllowed = originCheck(allowedOrigins);
  let sockets;

  class LimitedSocket extends WebSocket {
    #budget = new MessageBudget(messageRate);

    // Swallowing the event here keeps the message from every listener; PeerServer has no hook for that.
    emit(type, ...values) {
      if (type !== 'message' || this.#budget.take()) return super.emit(type, ...values);
      if (this.readyState === WebSocket.OPEN) this.close(CLOSE_POLICY_VIOLATION, 'too many messages');
      return true;
    }
  }

  const app = ExpressPeerServer(httpServer, {
    path: '/',
    alive_timeout: ALIVE_TIMEOUT_MS,
    allow_discovery: false,
    corsOptions: {
      origin: (origin, answer) => {
        answer(null, origin !== undefined && (allowedOrigins.includes('*') || allowedOrigins.includes(origin) || isLoopbackOrigin(origin)));
      },
    },
    createWebSocketServer: (options) => {
      sockets = new WebSocketServer({
        ...options,
        WebSocket: LimitedSocket,
        maxPayload: MAX_PAYLOAD_BYTES,
        verifyClient: ({ origin, req }) => isAllowed(origin, req.headers.host) && authorize(req),
      });
      return sockets;
    },
  });
  app.on('error', () => undefined);

  return {
    app,
    closeSockets() {
      for (const socket of sockets?.clients ?? []) socket.terminate();
      sockets?.close();
    },
  };
}
