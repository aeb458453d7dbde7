import type { CallState } from '../../src/call/call.js';

/** Whether the system took that device away from the running call; a device that would not start names its cause. */
export function isTaken(state: Pick<CallState, 'microphone' | 'camera' | 'mediaErrors'>, media: 'microphone' | 'camera'): boolean {
  const error = state.mediaErrors[media];
  return state[media] === 'blocked' && error?.code === 'media/device-in-use' && error.cause === undefined;
}
