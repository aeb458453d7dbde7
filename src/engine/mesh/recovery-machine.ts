import { nextPhase, type TransitionTable } from '../../base/machine.js';
import type { RecoveryStep } from '../engine-port.js';

/*
 * How a broken connection is mended (requirement A7): each step tries until its deadline, then the next one takes over.
 *
 *   steady --silent--> ice-restart --elapsed--> signaling-reset --elapsed--> full-reconnect --elapsed--> lost
 *     ^                     |                          |                            |
 *     +--------heard--------+-----------heard----------+------------heard-----------+
 */
export type RecoveryPhase = 'steady' | RecoveryStep | 'lost';
export type RecoveryEvent = 'silent' | 'elapsed' | 'heard';

export const RECOVERY_TRANSITIONS: TransitionTable<RecoveryPhase, RecoveryEvent> = {
  steady: { silent: 'ice-restart' },
  'ice-restart': { elapsed: 'signaling-reset', heard: 'steady' },
  'signaling-reset': { elapsed: 'full-reconnect', heard: 'steady' },
  'full-reconnect': { elapsed: 'lost', heard: 'steady' },
  lost: {},
};

/** The phase after `event`, or undefined when it is not allowed. Pure. */
export function nextRecoveryPhase(phase: RecoveryPhase, event: RecoveryEvent): RecoveryPhase | undefined {
  return nextPhase(RECOVERY_TRANSITIONS, phase, event);
}
