import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** Four in the call; one of them is speaking. */
export function four(): FakeCall {
  const participants = guests(3).map((guest, index) => (index === 0 ? { ...guest, speaking: true } : guest));
  return connected(3, { participants, speakerId: participants[0]?.id ?? null });
}
