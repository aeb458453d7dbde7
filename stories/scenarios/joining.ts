import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

export function joining(): FakeCall {
  return connected(0, { status: 'joining', quality: null });
}
