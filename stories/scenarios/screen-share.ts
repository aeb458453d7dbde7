import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';
import { sampleScreen } from './sample-screen.js';

/** One of three others shares a screen beside the camera. */
export function screenShare(): FakeCall {
  const participants = guests(3).map((guest, index) =>
    index === 1 ? { ...guest, screen: 'on' as const, screenStream: sampleScreen() } : guest,
  );
  return connected(3, { participants });
}
