import { nextPhase, type TransitionTable } from '../base/machine.js';
import type { ConnectionState } from './engine-port.js';

/*
 * The life of the connection to one participant (requirement A5).
 *
 *  initializing --start--> signaling --described--> ice_gathering --candidate--> ice_exchange
 *                                                        |                           |
 *                                                        +---------checking----------+
 *                                                                     v
 *        connected <------------------heard------------------- connecting
 *          |    ^                                                  |
 *       silent  heard                                            fail / timeout
 *          v    |                                                  v
 *        reconnecting ---------------fail / timeout------------> failed --start--> signaling
 *
 *  Every waiting state ends by `fail` when its time is up; every state ends by `close`.
 */
export type ConnectionEvent = 'start' | 'described' | 'candidate' | 'checking' | 'heard' | 'silent' | 'fail' | 'close';

export const TRANSITIONS: TransitionTable<ConnectionState, ConnectionEvent> = {
  initializing: { start: 'signaling', fail: 'failed', close: 'closed' },
  signaling: { described: 'ice_gathering', start: 'signaling', fail: 'failed', close: 'closed' },
  ice_gathering: {
    candidate: 'ice_exchange',
    checking: 'connecting',
    heard: 'connected',
    start: 'signaling',
    fail: 'failed',
    close: 'closed',
  },
  ice_exchange: { checking: 'connecting', heard: 'connected', start: 'signaling', fail: 'failed', close: 'closed' },
  connecting: { heard: 'connected', start: 'signaling', fail: 'failed', close: 'closed' },
  connected: { silent: 'reconnecting', start: 'signaling', fail: 'failed', close: 'closed' },
  reconnecting: { heard: 'connected', start: 'signaling', fail: 'failed', close: 'closed' },
  failed: { start: 'signaling', close: 'closed' },
  closed: {},
};

/** How long each waiting state may last, in milliseconds, before it fails. */
export const STATE_TIMEOUT_MS: Readonly<Partial<Record<ConnectionState, number>>> = {
  initializing: 5_000,
  signaling: 8_000,
  ice_gathering: 10_000,
  ice_exchange: 10_000,
  connecting: 15_000,
  /** Recovery ends before, see recovery-policy.ts. */
  reconnecting: 70_000,
};

/** The state after `event`, or undefined when it is not allowed. Pure. */
export function nextConnectionState(state: ConnectionState, event: ConnectionEvent): ConnectionState | undefined {
  return nextPhase(TRANSITIONS, state, event);
}
