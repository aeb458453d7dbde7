import { NexError } from '../../src/base/nex-error.js';
import { createFakeCall, type FakeCall } from '../../test/support/fake-call.js';

export function roomFull(): FakeCall {
  return createFakeCall({
    status: 'failed',
    room: 'team-standup',
    endReason: 'room-full',
    error: new NexError('signaling/room-full', 'The room is full', { fatal: true }),
  });
}
