import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

export function seven(): FakeCall {
  return connected(6);
}
