import { expect } from '@open-wc/testing';
import { nextConnectionState, STATE_TIMEOUT_MS, TRANSITIONS, type ConnectionEvent } from '../../../src/engine/connection-machine.js';
import { CONNECTION_STATES } from '../../../src/engine/engine-port.js';

const EVENTS: readonly ConnectionEvent[] = ['start', 'described', 'candidate', 'checking', 'heard', 'silent', 'fail', 'close'];

describe('connection machine', () => {
  it('answers every state and event from the table, and nothing else', () => {
    for (const state of CONNECTION_STATES) {
      for (const event of EVENTS) expect(nextConnectionState(state, event), `${state} ${event}`).to.equal(TRANSITIONS[state][event]);
    }
  });

  it('can be closed from everywhere, and nothing leads out of closed', () => {
    for (const state of CONNECTION_STATES) {
      if (state !== 'closed') expect(nextConnectionState(state, 'close')).to.equal('closed');
    }
    for (const event of EVENTS) expect(nextConnectionState('closed', event)).to.equal(undefined);
  });

  it('never becomes connected by being silent, nor without having been described', () => {
    expect(nextConnectionState('initializing', 'heard')).to.equal(undefined);
    expect(nextConnectionState('signaling', 'heard')).to.equal(undefined);
    expect(nextConnectionState('connecting', 'silent')).to.equal(undefined);
  });

  it('reaches every state from the first', () => {
    const reached = new Set(['initializing']);
    for (const state of reached) {
      for (const event of EVENTS) {
        const next = nextConnectionState(state as (typeof CONNECTION_STATES)[number], event);
        if (next) reached.add(next);
      }
    }
    expect([...reached].sort()).to.deep.equal([...CONNECTION_STATES].sort());
  });

  it('has a time limit on every state that waits', () => {
    for (const state of CONNECTION_STATES) {
      const isWaiting = !['connected', 'failed', 'closed'].includes(state);
      expect(STATE_TIMEOUT_MS[state] !== undefined, state).to.equal(isWaiting);
    }
  });
});
