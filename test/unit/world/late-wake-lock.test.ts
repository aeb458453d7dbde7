import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/base/clock.js';
import { createWakeLock } from '../../../src/world/late-wake-lock.js';
import type { WakeLock } from '../../../src/world/wake-lock-port.js';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';

  set(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('the wake lock', () => {
  let page: FakeDocument;
  let held: Set<object>;
  let askCount: number;
  let refusal: Error | null;
  let answer: Promise<void>;
  let lock: WakeLock;

  const create = (): WakeLock =>
    createWakeLock({
      clock: systemClock,
      document: page,
      wakeLock: {
        request: async () => {
          askCount += 1;
          await answer;
          if (refusal !== null) throw refusal;
          const sentinel = {
            release: () => {
              held.delete(sentinel);
              return Promise.resolve();
            },
          };
          held.add(sentinel);
          return sentinel;
        },
      },
    });
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    page = new FakeDocument();
    held = new Set();
    askCount = 0;
    refusal = null;
    answer = Promise.resolve();
    lock = create();
  });
  afterEach(() => {
    lock.close();
  });

  it('is held once, and released', async () => {
    lock.hold();
    lock.hold();
    await turn();
    expect([held.size, askCount]).to.deep.equal([1, 1]);
    lock.release();
    expect(held.size).to.equal(0);
  });

  it('is asked for again when the page is shown again', async () => {
    lock.hold();
    await turn();
    page.set('hidden');
    held.clear();
    page.set('visible');
    await turn();
    expect([held.size, askCount]).to.deep.equal([1, 2]);
    lock.release();
    page.set('hidden');
    page.set('visible');
    await turn();
    expect([held.size, askCount]).to.deep.equal([0, 2]);
  });

  it('waits for a hidden page to be shown', async () => {
    page.visibilityState = 'hidden';
    lock.hold();
    await turn();
    expect(askCount).to.equal(0);
    page.set('visible');
    await turn();
    expect(held.size).to.equal(1);
  });

  it('keeps nothing that comes when it is not wanted any more', async () => {
    let arrive = (): void => undefined;
    answer = new Promise((resolve) => (arrive = resolve));
    lock.hold();
    lock.release();
    arrive();
    await turn();
    expect([held.size, askCount]).to.deep.equal([0, 1]);
  });

  it('lives with a browser that refuses or has none, and listens no more when closed', async () => {
    refusal = new DOMException('no', 'NotAllowedError');
    lock.hold();
    await turn();
    refusal = null;
    page.set('visible');
    await turn();
    expect(held.size).to.equal(1);
    lock.close();
    expect(held.size).to.equal(0);
    lock.hold();
    page.set('visible');
    await turn();
    expect(held.size).to.equal(0);
    const none = createWakeLock({ clock: systemClock, document: page, wakeLock: undefined });
    none.hold();
    await turn();
    none.close();
  });
});
