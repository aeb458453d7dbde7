import { expect } from '@open-wc/testing';
import { reconnectDelayMs } from '../../../src/signaling/reconnect-policy.js';

describe('The reconnect policy', () => {
  it('waits 0.2, 0.5, 1, 2, 4 and 8 s, then 8 s for ever', () => {
    const delays = Array.from({ length: 8 }, (_, attempt) => reconnectDelayMs(attempt, () => 0.5));
    expect(delays).to.deep.equal([200, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect(reconnectDelayMs(1_000_000, () => 0.5)).to.equal(8000);
  });

  it('spreads each delay by half of it to both sides', () => {
    expect(reconnectDelayMs(2, () => 0)).to.equal(500);
    expect(reconnectDelayMs(2, () => 0.999)).to.be.closeTo(1499, 0.001);
  });
});
