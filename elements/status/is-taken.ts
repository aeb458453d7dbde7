import type { CallState } from '../../src/call/call.js';

/** Whether the system took that device away from the running call. An error that does not say was not taken when it has a cause. */
export function isTaken(state: Pick<CallState, 'microphone' | 'camera' | 'mediaErrors'>, media: 'microphone' | 'camera'): boolean {
  const error = state.mediaErrors[media];
  if (state[media] !== 'blocked' || error?.code !== 'media/device-in-use') return false;
  return error.detail.isInterruption ?? error.cause === undefined;
}
