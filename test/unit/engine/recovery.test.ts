import { expect } from '@open-wc/testing';
import { RECOVERY_STEPS, type RecoveryStep } from '../../../src/engine/engine-port.js';
import {
  nextRecoveryPhase,
  RECOVERY_TRANSITIONS,
  type RecoveryEvent,
  type RecoveryPhase,
} from '../../../src/engine/mesh/recovery-machine.js';
import { RECOVERY_POLICY, recoveryDelayMs } from '../../../src/engine/mesh/recovery-policy.js';
import { Recovery } from '../../../src/engine/mesh/recovery.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';

const PHASES: readonly RecoveryPhase[] = ['steady', ...RECOVERY_STEPS, 'lost'];
const EVENTS: readonly RecoveryEvent[] = ['silent', 'elapsed', 'heard'];

function start(isLeader = true): { clock: FakeClock; recovery: Recovery; attempts: [RecoveryStep, number][]; lost: number[] } {
  const clock = createFakeClock();
  const startedAt = clock.now();
  const attempts: [RecoveryStep, number][] = [];
  const lost: number[] = [];
  const recovery = new Recovery({
    clock,
    isLeader,
    random: () => 0.5,
    onAttempt: (step) => attempts.push([step, clock.now() - startedAt]),
    onLost: () => lost.push(clock.now() - startedAt),
  });
  recovery.start();
  return { clock, recovery, attempts, lost };
}

describe('recovery machine', () => {
  it('answers every phase and event from the table, and nothing else', () => {
    for (const phase of PHASES) {
      for (const event of EVENTS) expect(nextRecoveryPhase(phase, event), `${phase} ${event}`).to.equal(RECOVERY_TRANSITIONS[phase][event]);
    }
  });

  it('goes through every step in order, and back from each when the other is heard', () => {
    let phase: RecoveryPhase = 'steady';
    const seen: RecoveryPhase[] = [];
    for (let event: RecoveryEvent | undefined = 'silent'; event; event = phase === 'lost' ? undefined : 'elapsed') {
      phase = nextRecoveryPhase(phase, event) ?? phase;
      seen.push(phase);
      if (phase !== 'lost') expect(nextRecoveryPhase(phase, 'heard')).to.equal('steady');
    }
    expect(seen).to.deep.equal([...RECOVERY_STEPS, 'lost']);
  });
});

describe('recovery policy', () => {
  it('keeps within the floors of each step, summed from the first sign of trouble', () => {
    const floorsMs = { 'ice-restart': 10_000, 'signaling-reset': 20_000, 'full-reconnect': 60_000 };
    let totalMs = 0;
    for (const step of RECOVERY_STEPS) {
      totalMs += RECOVERY_POLICY[step].deadlineMs;
      expect(totalMs, step).to.be.at.most(floorsMs[step]);
    }
  });

  it('spreads attempts by a fifth, lets them come less often, and lets one side go first', () => {
    for (const step of RECOVERY_STEPS) {
      expect(recoveryDelayMs(step, 0, true, () => 0.999)).to.equal(0);
      expect(recoveryDelayMs(step, 0, false, () => 0)).to.be.at.least(1_000);
      expect(recoveryDelayMs(step, 1, true, () => 0)).to.be.lessThan(recoveryDelayMs(step, 1, true, () => 0.999));
      expect(recoveryDelayMs(step, 9, true, () => 0.5)).to.be.at.least(recoveryDelayMs(step, 1, true, () => 0.5));
    }
  });
});

describe('recovery', () => {
  it('restarts ICE at once, then less and less often, then renews more and more', () => {
    const { clock, attempts, lost } = start();
    clock.pass(61_000);
    expect(attempts.slice(0, 3)).to.deep.equal([
      ['ice-restart', 0],
      ['ice-restart', 3_000],
      ['ice-restart', 7_000],
    ]);
    expect(attempts.find(([step]) => step === 'signaling-reset')?.[1]).to.equal(8_000);
    expect(attempts.find(([step]) => step === 'full-reconnect')?.[1]).to.equal(15_000);
    expect(lost).to.deep.equal([60_000]);
    expect(clock.timerCount).to.equal(0);
  });

  it('stops as soon as the other is heard, and begins anew the next time', () => {
    const { clock, recovery, attempts } = start();
    clock.pass(100);
    recovery.finish();
    clock.pass(60_000);
    expect(attempts).to.have.length(1);
    expect(clock.timerCount).to.equal(0);
    recovery.start();
    clock.pass(100);
    expect(attempts).to.have.length(2);
  });

  it('does not wait when the other shows that it is there', () => {
    const { clock, recovery, attempts } = start();
    clock.pass(1_000);
    recovery.tryNow();
    expect(attempts).to.have.length(2);
    recovery.finish();
    recovery.tryNow();
    expect(attempts).to.have.length(2);
  });

  it('leaves the first attempt to the other side when that goes first', () => {
    const { clock, attempts } = start(false);
    clock.pass(900);
    expect(attempts).to.deep.equal([]);
    clock.pass(200);
    expect(attempts).to.deep.equal([['ice-restart', 1_000]]);
  });
});
