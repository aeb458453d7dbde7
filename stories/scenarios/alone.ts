import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** Joined, and nobody else is here yet. */
export function alone(): FakeCall {
  return connected(0);
}
