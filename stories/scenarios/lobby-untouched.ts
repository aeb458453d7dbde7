import { createFakeCall, type FakeCall } from '../../test/support/fake-call.js';

/** Before joining: nothing was captured and no device has told its name. */
export function lobbyUntouched(): FakeCall {
  return createFakeCall({ status: 'lobby', room: 'team-standup' });
}
