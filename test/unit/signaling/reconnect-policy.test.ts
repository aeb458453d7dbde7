import { expect } from '@open-wc/testing';
import { lookBackDelayMs, reconnectDelayMs } from '../../../src/signaling/reconnect-policy.js';

const MINUTE_MS = 60_000;

describe('The reconnect policy', () => {
  it('waits 0.2, 0.5, 1, then 1.5 s again and again', () => {
    const delays = Array.from({ length: 6 }, (_, attempt) => reconnectDelayMs(attempt, 5000, () => 0.5));
    expect(delays).to.deep.equal([200, 500, 1000, 1500, 1500, 1500]);
    expect(reconnectDelayMs(1_000_000, 0, () => 0.5)).to.equal(1500);
  });

  it('waits 4 s after two minutes without a server, and 8 s after four', () => {
    const delays = [0, 2 * MINUTE_MS - 1, 2 * MINUTE_MS, 4 * MINUTE_MS - 1, 4 * MINUTE_MS, 600 * MINUTE_MS].map((offlineMs) =>
      reconnectDelayMs(50, offlineMs, () => 0.5),
    );
    expect(delays).to.deep.equal([1500, 1500, 4000, 4000, 8000, 8000]);
  });

  it('tries in every 3 s of the first two minutes, whatever chance says', () => {
    for (let attempt = 0; attempt < 100; attempt += 1) expect(reconnectDelayMs(attempt, 100_000, () => 0.999)).to.be.below(3000);
  });

  it('is not put out by a clock that was set back', () => {
    expect(reconnectDelayMs(9, -MINUTE_MS, () => 0.5)).to.equal(1500);
  });

  it('spreads each delay by half of it to both sides', () => {
    expect(reconnectDelayMs(2, 0, () => 0)).to.equal(500);
    expect(reconnectDelayMs(2, 0, () => 0.999)).to.be.closeTo(1499, 0.001);
    expect([0, 0.5].map((chance) => lookBackDelayMs(() => chance))).to.deep.equal([7500, 15_000]);
  });
});
