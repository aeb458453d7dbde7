import { expect } from '@open-wc/testing';
import { packText, unpackText } from '../../../src/signaling/compact-text.js';

const LIMIT = 40_000;
const LONG = Array.from({ length: 400 }, (_, line) => `a=rtpmap:${String(line)} VP8/90000 é😀`).join('\r\n');

describe('Compact text', () => {
  for (const [what, text] of [
    ['nothing', ''],
    ['a short text', '{"type":"bye"}'],
    ['a long text', LONG],
  ] as const) {
    it(`gives back ${what}`, async () => {
      expect(await unpackText(await packText(text, LIMIT), LIMIT)).to.equal(text);
    });
  }

  it('makes a long text less than half as long, and leaves a short one as it is', async () => {
    expect((await packText(LONG, LIMIT)).length).to.be.lessThan(LONG.length / 2);
    expect((await packText('{"type":"bye"}', LIMIT)).length).to.equal(14);
  });

  it('refuses what is too long, before and after packing', async () => {
    const packed = await packText('x'.repeat(30_000), LIMIT);
    expect(packed.length).to.be.lessThan(200);
    const outcomes = await Promise.allSettled([
      packText('x'.repeat(LIMIT + 1), LIMIT),
      unpackText(packed, 29_999),
      unpackText(packed, 30_000),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'fulfilled']);
  });

  it('refuses what says that it is packed and is not', async () => {
    const outcome = await Promise.allSettled([unpackText(new Uint8Array([0, 1, 2, 3]), LIMIT)]);
    expect(outcome[0].status).to.equal('rejected');
  });
});
