import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

export function two(): FakeCall {
  return connected(1);
}
