import { expect } from '@open-wc/testing';
import { StallWatch, TICK_MS } from '../../../src/quality/stall-watch.js';

describe('StallWatch', () => {
  it('remembers the latest tick of five seconds', () => {
    const watch = new StallWatch();
    let nowMs = 0;
    const tick = (lateMs = 0): number => {
      nowMs += TICK_MS + lateMs;
      watch.tick(nowMs);
      return watch.lateMs(nowMs);
    };
    expect([tick(), tick(), tick(40)]).to.deep.equal([0, 0, 0]);
    expect(tick(120)).to.equal(120);
    expect(tick(90)).to.equal(120);
    expect(tick(200)).to.equal(200);
    const after = Array.from({ length: 24 }, () => tick());
    expect(after.lastIndexOf(200)).to.equal(18);
  });
});
