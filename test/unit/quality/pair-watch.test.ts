import { expect } from '@open-wc/testing';
import { PairWatch } from '../../../src/quality/pair-watch.js';
import { sample } from '../../support/send-situations.js';

/** What it says after each of these round trips, two seconds apart. */
function judge(rtts: readonly number[], up: Parameters<typeof sample>[0] = {}): readonly string[] {
  const watch = new PairWatch();
  return rtts.map((rtt, index) => {
    watch.add(sample(up, rtt), 500_000, index * 2000);
    return watch.trouble ?? watch.state;
  });
}

describe('PairWatch', () => {
  it('counts an answer that was read twice once', () => {
    expect(judge([3, 70, 70])).to.deep.equal(['clean', 'strained', 'strained']);
    expect(judge([3, 70, 72])).to.deep.equal(['clean', 'strained', 'late']);
  });

  it('calls late answers a queue where the browser believes so too, or does not say', () => {
    expect(judge([3, 400], { availableBps: 300_000 }).at(-1)).to.equal('queue');
    expect(judge([3, 400], { bandwidthLimitedShare: 1 }).at(-1)).to.equal('late');
    expect(judge([3, 400], { lossPercent: 4 }).at(-1)).to.equal('queue');
    expect(judge([3, 400], { availableBps: null, bandwidthLimitedShare: null }).at(-1)).to.equal('queue');
  });
});
