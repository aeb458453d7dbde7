import { expect } from '@open-wc/testing';
import { createWorkerClock } from '../../../src/base/worker-clock.js';

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

describe('worker clock', () => {
  it('ticks once a period, not once for each of its sources, and stops', async () => {
    const clock = createWorkerClock();
    let count = 0;
    const stop = clock.every(100, () => (count += 1));
    await pause(1_050);
    stop();
    expect(count).to.be.within(5, 13);
    const stopped = count;
    await pause(300);
    expect(count).to.equal(stopped);
  });

  it('goes on where the page may make no worker', async () => {
    const { Worker: realWorker } = window;
    window.Worker = class {
      constructor() {
        throw new DOMException('refused', 'SecurityError');
      }
    } as unknown as typeof Worker;
    let count = 0;
    const stop = createWorkerClock().every(50, () => (count += 1));
    await pause(400);
    stop();
    window.Worker = realWorker;
    expect(count).to.be.greaterThan(1);
  });
});
