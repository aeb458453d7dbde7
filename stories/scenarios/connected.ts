import type { CallState } from '../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../../test/support/fake-call.js';
import { fakeParticipant } from '../../test/support/fake-participant.js';
import { guests } from './guests.js';
import { sampleDevices } from './sample-devices.js';
import { sampleStream } from './sample-stream.js';

/** A running call with `others` participants beside ourselves, everybody in the picture. */
export function connected(others: number, patch: Partial<CallState> = {}): FakeCall {
  const self = fakeParticipant({ id: 'self', name: 'Front desk', isLocal: true, camera: 'on', cameraStream: sampleStream(210) });
  return createFakeCall({
    status: 'connected',
    room: 'team-standup',
    self,
    participants: guests(others),
    microphone: 'on',
    camera: 'on',
    devices: sampleDevices(),
    quality: { level: 'excellent', score: 94 },
    ...patch,
  });
}
