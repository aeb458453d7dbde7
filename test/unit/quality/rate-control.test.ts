import { expect } from '@open-wc/testing';
import { RateControl } from '../../../src/quality/rate-control.js';

const CUT = { leastShare: 0.5, isSpentTooMuch: false, isDoubtful: false };

/** How long after two cuts, four seconds apart, more is tried; nothing had grown before. */
function triedAfterMs(isGuarded: boolean): number {
  const rate = new RateControl({ startBps: 2_000_000, leastBps: 100_000 });
  rate.cut({ ...CUT, isGuarded, spentBps: 537_000, throughBps: 270_000 }, 0);
  rate.cut({ ...CUT, isGuarded, spentBps: 450_000, throughBps: 240_000 }, 4000);
  const lowBps = rate.bps;
  for (let afterMs = 2000; afterMs <= 120_000; afterMs += 2000) {
    rate.grow({ isGuarded, isWanted: true, provenBps: 272_000, throughBps: 125_000, mostBps: 20_000_000 }, 4000 + afterMs);
    if (rate.bps > lowBps) return afterMs;
  }
  return Infinity;
}

describe('RateControl', () => {
  it('tries more soon after a rate failed where the browser holds pictures back itself, also when it never grew before', () => {
    expect(triedAfterMs(true)).to.be.at.most(14_000);
    expect(triedAfterMs(false)).to.be.within(40_000, 60_000);
  });
});
