import { createFakeCall, type FakeCall } from '../../test/support/fake-call.js';

/** Left by the visitor's own wish. */
export function ended(): FakeCall {
  return createFakeCall({ status: 'ended', room: 'team-standup', endReason: 'left' });
}
