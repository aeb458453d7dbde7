import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** Nobody shows a picture: initials instead. */
export function cameraOff(): FakeCall {
  const participants = guests(3).map((guest) => ({ ...guest, camera: 'off' as const, cameraStream: null }));
  return connected(3, { participants, camera: 'off', self: { ...connected(0).state.self, camera: 'off', cameraStream: null } });
}
