import { expect } from '@open-wc/testing';
import { holdLateLoading, lateLoading } from '../../../src/base/late-loading.js';

const settled = async (promise: Promise<void>): Promise<boolean> => {
  let isSettled = false;
  void promise.then(() => {
    isSettled = true;
  });
  await Promise.resolve();
  await Promise.resolve();
  return isSettled;
};

describe('late loading', () => {
  it('goes on at once while nobody holds it', async () => {
    expect(await settled(lateLoading())).to.equal(true);
  });

  it('waits until the last of several lets go', async () => {
    const first = holdLateLoading();
    const second = holdLateLoading();
    const loading = lateLoading();
    first();
    expect(await settled(loading)).to.equal(false);
    second();
    expect(await settled(loading)).to.equal(true);
  });

  it('is not let go for others by letting go twice', async () => {
    const first = holdLateLoading();
    const second = holdLateLoading();
    first();
    first();
    expect(await settled(lateLoading())).to.equal(false);
    second();
  });
});
