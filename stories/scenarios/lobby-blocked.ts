import { NexError, type ErrorCode } from '../../src/base/nex-error.js';
import type { FakeCall } from '../../test/support/fake-call.js';
import { lobby } from './lobby.js';

/** Before joining; neither microphone nor camera can be had. */
export function lobbyBlocked(code: ErrorCode = 'media/permission-denied'): FakeCall {
  const call = lobby();
  const error = new NexError(code, 'None was given', { retryable: true });
  call.patch({
    microphone: 'blocked',
    camera: 'blocked',
    mediaErrors: { microphone: error, camera: error, screen: null },
    self: { ...call.state.self, microphone: 'blocked', camera: 'blocked', cameraStream: null },
  });
  return call;
}
