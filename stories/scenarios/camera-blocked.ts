import { NexError } from '../../src/base/nex-error.js';
import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** The browser refuses the camera; the call goes on with sound. */
export function cameraBlocked(): FakeCall {
  const camera = new NexError('media/permission-denied', 'The camera was refused', { retryable: true });
  return connected(1, {
    camera: 'blocked',
    mediaErrors: { microphone: null, camera, screen: null },
    self: { ...connected(0).state.self, camera: 'blocked', cameraStream: null },
  });
}
