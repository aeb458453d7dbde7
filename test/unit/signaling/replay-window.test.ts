import { expect } from '@open-wc/testing';
import { ReplayWindow } from '../../../src/signaling/replay-window.js';

describe('The replay window', () => {
  it('keeps senders apart', () => {
    const window = new ReplayWindow();
    expect(window.take('a', 1, 0)).to.equal(true);
    expect(window.take('b', 1, 0)).to.equal(true);
    expect(window.take('a', 1, 0)).to.equal(false);
  });

  it('forgets what it saw only with what is too old to be taken at all', () => {
    const window = new ReplayWindow();
    window.take('a', 1, 0);
    window.take('a', 2000, 0);
    expect(window.isFresh('a', 1, 0)).to.equal(false);
    expect(window.isFresh('a', 976, 0)).to.equal(false);
    expect(window.isFresh('a', 977, 0)).to.equal(true);
  });

  it('remembers a bounded number of senders, and does not take a forgotten one for new', () => {
    const window = new ReplayWindow();
    for (let index = 0; index < 600; index += 1) window.take(`sender ${String(index)}`, 1, index);
    expect(window.senderCount).to.equal(512);
    expect(window.isFresh('sender 0', 1, 0)).to.equal(false);
    expect(window.isFresh('sender 87', 1, 87)).to.equal(false);
    expect(window.isFresh('sender 599', 2, 600)).to.equal(true);
    expect(window.take('a new one', 1, 600)).to.equal(true);
  });
});
