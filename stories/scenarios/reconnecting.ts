import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** Nobody can be heard at the moment; the call is looking for a way back. */
export function reconnecting(): FakeCall {
  const participants = guests(2).map((guest) => ({ ...guest, isWeak: true, connection: 'reconnecting' as const, quality: null }));
  return connected(2, { status: 'reconnecting', participants, isSignalingReachable: false, quality: null });
}
