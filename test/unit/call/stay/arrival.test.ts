import { expect } from '@open-wc/testing';
import { lateLoading } from '../../../../src/base/late-loading.js';
import { Arrival } from '../../../../src/call/stay/arrival.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';
import { FakeEngine } from '../../../support/fake-engine.js';

describe('arrival', () => {
  let clock: FakeClock;
  let engine: FakeEngine;
  let arrival: Arrival;
  let isLoading: boolean;

  beforeEach(() => {
    clock = createFakeClock();
    engine = new FakeEngine();
    arrival = new Arrival(clock);
    arrival.follow(engine);
    isLoading = false;
    void lateLoading().then(() => {
      isLoading = true;
    });
  });

  afterEach(() => {
    arrival.end();
  });

  const turn = async (elapsedMs: number): Promise<void> => {
    clock.pass(elapsedMs);
    await Promise.resolve();
    await Promise.resolve();
  };

  it('lets late parts load at once in an empty room', async () => {
    engine.tell('phase', { phase: 'joined', isSignalingReachable: true });
    await turn(0);
    expect(isLoading).to.equal(true);
  });

  it('lets them load only when the first connection shows its pictures', async () => {
    engine.tell('participant-joined', { participantId: 'ada', joinedAt: 0 });
    engine.tell('phase', { phase: 'joined', isSignalingReachable: true });
    await turn(2000);
    expect(isLoading).to.equal(false);
    engine.tell('participant-ready', { participantId: 'ada' });
    await turn(0);
    expect(isLoading).to.equal(false);
    await turn(1000);
    expect(isLoading).to.equal(true);
  });

  it('does not wait for ever for a connection that does not come', async () => {
    engine.tell('participant-joined', { participantId: 'ada', joinedAt: 0 });
    engine.tell('phase', { phase: 'joined', isSignalingReachable: true });
    await turn(10_000);
    expect(isLoading).to.equal(true);
  });

  it('lets them load when the call ends before', async () => {
    arrival.end();
    await turn(0);
    expect(isLoading).to.equal(true);
  });
});
