import { NexError } from '../../src/base/nex-error.js';
import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** A phone call has the microphone. */
export function interrupted(): FakeCall {
  const microphone = new NexError('media/device-in-use', 'The system has taken the microphone away.', {
    retryable: true,
    detail: { isInterruption: true },
  });
  return connected(1, { microphone: 'blocked', mediaErrors: { microphone, camera: null, screen: null } });
}
