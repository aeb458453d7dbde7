import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** Two hands are raised, the second participant's first; the third one is pinned here and in the spotlight. */
export function hands(): FakeCall {
  const participants = guests(3).map((guest, index) => (index < 2 ? { ...guest, hand: true, handRaisedAt: 2000 - index * 1000 } : guest));
  return connected(0, { participants, pinned: ['guest-3'], spotlightId: 'guest-3' });
}
