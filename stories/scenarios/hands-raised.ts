import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

/** Three hands are up, ours second; one is weak, one speaks, one is pinned and one shown large for everyone. */
export function handsRaised(): FakeCall {
  const call = connected(7, { pinned: ['guest-4'], spotlightId: 'guest-5', hiddenTiles: ['guest-6'], volumes: { 'guest-4': 1.5 } });
  const hands: Readonly<Record<string, number>> = { 'guest-2': 30, 'guest-3': 10 };
  const participants = call.state.participants.map((participant) => ({
    ...participant,
    hand: participant.id in hands,
    handRaisedAt: hands[participant.id] ?? null,
    isWeak: participant.id === 'guest-2',
    speaking: participant.id === 'guest-1',
  }));
  call.patch({ participants, self: { ...call.state.self, hand: true, handRaisedAt: 20 } });
  return call;
}
