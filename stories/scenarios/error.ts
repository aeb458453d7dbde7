import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall, type FakeCall } from '../../test/support/fake-call.js';

/** Joining failed: the signalling server cannot be reached. */
export function error(): FakeCall {
  return createFakeCall({
    status: 'failed',
    room: 'team-standup',
    endReason: 'connection-lost',
    isSignalingReachable: false,
    error: new NexError('signaling/unreachable', 'No server answered', { retryable: true, fatal: true }),
  });
}
