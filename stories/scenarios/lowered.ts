import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** What is sent was lowered, for the network and by a limit, and it is known why one connection is poor. */
export function lowered(): FakeCall {
  const participants = guests(2).map((guest, index) =>
    index === 0 ? { ...guest, quality: { level: 'poor' as const, score: 31, cause: 'network-up' as const } } : guest,
  );
  return connected(2, {
    participants,
    quality: { level: 'poor', score: 31, cause: 'network-up' },
    adaptation: {
      isAdaptive: true,
      isSigning: false,
      budgetBps: 450_000,
      steps: [
        { source: 'camera', to: '360p', reason: 'network' },
        { source: 'microphone', to: 'low', reason: 'limit' },
      ],
    },
  });
}
