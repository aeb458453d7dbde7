import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** Before joining, with the camera preview on. */
export function lobby(): FakeCall {
  return connected(0, { status: 'lobby', quality: null });
}
