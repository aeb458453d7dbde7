import type { CallState } from '../../src/call/call.js';

/** Whether the system took that device away from the running call: it comes back by itself. */
export function isTaken(state: Pick<CallState, 'microphone' | 'camera' | 'mediaErrors'>, media: 'microphone' | 'camera'): boolean {
  const error = state.mediaErrors[media];
  return state[media] === 'blocked' && error?.detail.isInterruption === true;
}
