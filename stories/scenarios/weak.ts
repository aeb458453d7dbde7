import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';
import { guests } from './guests.js';

/** One other has not been heard for some seconds; the line to a second one is poor. */
export function weak(): FakeCall {
  const participants = guests(3).map((guest, index) => {
    if (index === 0)
      return { ...guest, isWeak: true, connection: 'reconnecting' as const, quality: { level: 'critical' as const, score: 8 } };
    return index === 1 ? { ...guest, quality: { level: 'poor' as const, score: 34 } } : guest;
  });
  return connected(3, { participants, quality: { level: 'poor', score: 34 } });
}
