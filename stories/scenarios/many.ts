import type { CallState } from '../../src/call/call.js';
import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';
import { sampleScreen } from './sample-screen.js';

/** So many in the call, every fourth without a camera, in whatever layout; `isSharing`: the second one shows a screen. */
export function many(count: number, patch: Partial<CallState> = {}, isSharing = false): () => FakeCall {
  return () => {
    const participants = guests(count - 1).map((guest, index) => {
      const camera = index % 4 === 3 ? { camera: 'off' as const, cameraStream: null } : {};
      const screen = isSharing && index === 1 ? { screen: 'on' as const, screenStream: sampleScreen() } : {};
      return { ...guest, ...camera, ...screen };
    });
    return connected(0, { participants, ...patch });
  };
}
