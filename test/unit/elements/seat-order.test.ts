import { expect } from '@open-wc/testing';
import { keepSeats, silentLongest, swapSeats } from '../../../elements/video-grid/seat-order.js';

describe('keepSeats', () => {
  it('leaves everybody where they are when newcomers sit down at the end', () => {
    expect(keepSeats(['c', 'a', 'b'], ['a', 'b', 'c', 'd'], 2)).to.deep.equal(['c', 'a', 'b', 'd']);
  });

  it('gives the seat of one who left to the first who had none in sight, and moves nobody else', () => {
    expect(keepSeats(['a', 'b', 'c', 'd', 'e'], ['a', 'c', 'd', 'e'], 3)).to.deep.equal(['a', 'd', 'c', 'e']);
  });

  it('closes up where nobody waits', () => {
    expect(keepSeats(['a', 'b', 'c'], ['a', 'c'], 3)).to.deep.equal(['a', 'c']);
  });

  it('seats everybody exactly once, whoever comes and goes', () => {
    let order: readonly string[] = [];
    let seed = 7;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 300; round += 1) {
      const present = Array.from({ length: 30 }, (_, index) => `p${index}`).filter(() => random() > 0.3);
      const visible = Math.floor(random() * 12);
      const before = order;
      order = keepSeats(order, present, visible);
      expect([...order].sort()).to.deep.equal([...present].sort());
      // Who stays in sight stays put, while enough are waiting to fill the gaps before them.
      const waiting = before.slice(visible).filter((key) => present.includes(key)).length;
      const gaps = before.slice(0, visible).filter((key) => !present.includes(key)).length;
      if (waiting >= gaps) for (const [index, key] of before.slice(0, visible).entries()) if (present.includes(key)) expect(order[index]).to.equal(key);
    }
  });
});

describe('swapSeats', () => {
  it('moves two and nobody else', () => {
    expect(swapSeats(['a', 'b', 'c', 'd'], 'd', 'b')).to.deep.equal(['a', 'd', 'c', 'b']);
  });
});

describe('silentLongest', () => {
  it('takes the last of those who never spoke, else who spoke longest ago', () => {
    expect(silentLongest(['a', 'b', 'c'], new Map([['b', 5]]))).to.equal('c');
    expect(silentLongest(['a', 'b', 'c'], new Map([['a', 9], ['b', 5], ['c', 7]]))).to.equal('b');
    expect(silentLongest([], new Map())).to.be.null;
  });
});
