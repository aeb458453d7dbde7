import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** This device has no network; the call waits for it. */
export function offline(): FakeCall {
  const participants = guests(3).map((guest) => ({ ...guest, isWeak: true, connection: 'reconnecting' as const, quality: null }));
  return connected(3, { status: 'reconnecting', participants, isOffline: true, isSignalingReachable: false, quality: null });
}
