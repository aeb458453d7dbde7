import { expect } from '@open-wc/testing';
import { runModel } from './run-model.js';

/** More of them: `node test/support/rtc-world/run-seeds.mjs 1 5000`. */
const SEEDS = 100;
const SEEDS_PER_TEST = 10;

async function expectSound(seed: number): Promise<void> {
  const { wrong, trace } = await runModel(seed);
  expect(wrong, `seed ${String(seed)}\n${trace.join('\n')}\n${wrong.join('\n')}`).to.deep.equal([]);
}

describe('a room where members come, go and crash, pages freeze, paths and the server fail, and all of it is mended', () => {
  for (let first = 1; first <= SEEDS; first += SEEDS_PER_TEST) {
    const last = first + SEEDS_PER_TEST - 1;
    it(`ends as one room, without ghosts and without leftovers, in stories ${String(first)} to ${String(last)}`, async () => {
      for (let seed = first; seed <= last; seed += 1) await expectSound(seed);
    }).timeout(60_000);
  }

  it('tells the same story for the same seed', async () => {
    const one = await runModel(7);
    const two = await runModel(7);
    expect(two).to.deep.equal(one);
  }).timeout(20_000);
});
