import { expect } from '@open-wc/testing';
import type { CallStatus } from '../../../../src/call/call.js';
import { CALL_EVENTS, nextStatus, TRANSITIONS, type CallEvent } from '../../../../src/call/state/call-machine.js';

/** Written a second time, by hand, so that a slip in the table shows. */
const LEGAL: Readonly<Record<string, CallStatus>> = {
  'idle enter-lobby': 'lobby',
  'idle join': 'joining',
  'lobby join': 'joining',
  'lobby leave': 'idle',
  'joining joined': 'connected',
  'joining end': 'ended',
  'joining fail': 'failed',
  'connected interrupted': 'reconnecting',
  'connected end': 'ended',
  'connected fail': 'failed',
  'reconnecting recovered': 'connected',
  'reconnecting end': 'ended',
  'reconnecting fail': 'failed',
  'ended enter-lobby': 'lobby',
  'ended join': 'joining',
  'failed enter-lobby': 'lobby',
  'failed join': 'joining',
};

describe('call machine', () => {
  const statuses = Object.keys(TRANSITIONS) as CallStatus[];

  it('knows all seven statuses', () => {
    expect(statuses).to.have.members(['idle', 'lobby', 'joining', 'connected', 'reconnecting', 'ended', 'failed']);
  });

  for (const status of statuses) {
    for (const event of CALL_EVENTS) {
      const expected = LEGAL[`${status} ${event}`];
      it(`${status} + ${event} → ${expected ?? 'illegal'}`, () => {
        expect(nextStatus(status, event)).to.equal(expected);
      });
    }
  }

  it('can be left from every status but where nothing is to leave', () => {
    const leavable = statuses.filter((status) =>
      (['leave', 'end'] as CallEvent[]).some((event) => nextStatus(status, event) !== undefined),
    );
    expect(leavable).to.have.members(['lobby', 'joining', 'connected', 'reconnecting']);
  });
});
