import { expect } from '@open-wc/testing';
import { FLOOD_LIMITS, FloodGuard, type FloodVerdict } from '../../../../src/engine/mesh/flood-guard.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

describe('The flood guard', () => {
  let clock: FakeClock;
  let guard: FloodGuard;

  beforeEach(() => {
    clock = createFakeClock();
    guard = new FloodGuard({ clock });
  });

  /** `perSecond` messages a second, evenly, for `durationMs`. */
  function flow(perSecond: number, durationMs: number, size = 100): FloodVerdict[] {
    const verdicts: FloodVerdict[] = [];
    for (let count = 0; count < (perSecond * durationMs) / 1000; count += 1) {
      verdicts.push(guard.judge(size));
      clock.pass(1000 / perSecond);
    }
    return verdicts;
  }
  const count = (verdicts: readonly FloodVerdict[], wanted: FloodVerdict): number =>
    verdicts.filter((verdict) => verdict === wanted).length;

  it('takes 20 messages a second for ever', () => {
    expect(count(flow(20, 60_000), 'take')).to.equal(1200);
    expect(guard.isMuted).to.equal(false);
  });

  it('takes 40 at once after a rest, and no more', () => {
    const verdicts = Array.from({ length: 100 }, () => guard.judge(1));
    expect([count(verdicts, 'take'), count(verdicts, 'drop')]).to.deep.equal([40, 60]);
    clock.pass(1000);
    const later = Array.from({ length: 100 }, () => guard.judge(1));
    expect(count(later, 'take')).to.equal(20);
  });

  it('takes 64 KiB a second, whatever the number of messages', () => {
    const verdicts = flow(10, 10_000, 16 * 1024);
    const taken = count(verdicts, 'take') * 16 * 1024;
    expect(taken).to.be.at.most(10 * FLOOD_LIMITS.bytesPerSecond + FLOOD_LIMITS.byteBurst);
    expect(count(flow(4, 2_000, 16 * 1024), 'take') + count(verdicts, 'take')).to.be.at.least(12);
  });

  it('takes a message of 16 KiB that was sealed and framed, and none above', () => {
    expect(guard.judge(24 * 1024)).to.equal('take');
    expect(guard.judge(24 * 1024 + 1)).to.equal('drop');
  });

  it('mutes who floods for 3 s, once, and says close at 10 s and ever after', () => {
    // The burst lasts half a second at this rate: the flood begins then.
    const verdicts = flow(100, 10_000);
    expect(count(verdicts, 'mute-started')).to.equal(1);
    expect(verdicts.indexOf('mute-started') / 100).to.be.within(3, 3.6);
    expect(guard.isMuted).to.equal(true);
    expect(count(verdicts.slice(verdicts.indexOf('mute-started')), 'take')).to.equal(0);
    const more = flow(100, 1_000);
    expect(more.indexOf('close')).to.be.at.least(0);
    clock.pass(60_000);
    expect(guard.judge(1)).to.equal('close');
  });

  it('closes out a flood that stops for a while and goes on, as a stalled path makes it', () => {
    const verdicts = Array.from({ length: 15 }, () => {
      const burst = flow(1_000, 2_000);
      clock.pass(3_000);
      return burst;
    }).flat();
    expect(verdicts).to.include('close');
  });

  it('forgets floods in time', () => {
    for (let round = 0; round < 20; round += 1) {
      expect(flow(1_000, 2_000)).not.to.include('close');
      clock.pass(10_000);
    }
  });

  it('does not mute for a burst, however large', () => {
    for (let message = 0; message < 10_000; message += 1) guard.judge(100);
    expect(guard.isMuted).to.equal(false);
    clock.pass(2_000);
    expect(guard.judge(100)).to.equal('take');
  });

  it('hears a muted peer again after 2 s within the limits', () => {
    flow(100, 4_000);
    expect(guard.isMuted).to.equal(true);
    const calm = flow(10, 1_900);
    expect(count(calm, 'take')).to.equal(0);
    clock.pass(200);
    expect(guard.isMuted).to.equal(false);
    expect(guard.judge(1)).to.equal('take');
  });

  it('counts a flood anew after a calm', () => {
    for (let round = 0; round < 10; round += 1) {
      expect(count(flow(100, 4_000), 'close')).to.equal(0);
      clock.pass(5_000);
    }
  });

  it('does not take for a flood what had to wait for us', () => {
    clock.sleep(20_000);
    guard.forgive(20_000);
    const verdicts = Array.from({ length: 500 }, () => guard.judge(10));
    expect(count(verdicts, 'take')).to.equal(440);
    guard.forgive(Number.MAX_SAFE_INTEGER);
    guard.forgive(-5);
    expect(
      count(
        Array.from({ length: 5000 }, () => guard.judge(10)),
        'take',
      ),
    ).to.equal(1200);
  });

  it('mutes nobody for hours when the clock is set back', () => {
    let now = 10 * 3_600_000;
    const jumping = new FloodGuard({ clock: { ...clock, now: () => now } });
    for (let tick = 0; tick < 400; tick += 1) {
      jumping.judge(10);
      now += 10;
    }
    expect(jumping.isMuted).to.equal(true);
    now -= 3_600_000;
    expect(jumping.isMuted).to.equal(false);
  });
});
