import { expect } from '@open-wc/testing';
import { Emitter } from '../../../../src/base/emitter.js';
import { silentLogger } from '../../../../src/base/logger.js';
import type { CallEvents } from '../../../../src/call/call.js';
import { QualityWatch } from '../../../../src/call/quality/quality-watch.js';
import { SAMPLE_PERIOD_MS } from '../../../../src/quality/stats-sampler.js';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.js';

interface Harness {
  readonly clock: FakeClock;
  readonly watch: QualityWatch;
  readonly asked: () => number;
}

function create(): Harness {
  const clock = createFakeClock();
  let asked = 0;
  const watch = new QualityWatch({
    getStats: () => {
      asked += 1;
      return Promise.resolve(new Map());
    },
    clock,
    logger: silentLogger,
    emitter: new Emitter<CallEvents>(),
    onQuality: () => undefined,
  });
  return { clock, watch, asked: () => asked };
}

/** Long enough for the module that measures, which is on this computer. */
async function load(): Promise<void> {
  await import('../../../../src/call/quality/quality-meter.js');
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('QualityWatch', () => {
  it('measures nothing before a connection stands, and from then on each two seconds', async () => {
    const { clock, watch, asked } = create();
    await load();
    clock.pass(SAMPLE_PERIOD_MS * 3);
    expect(asked()).to.equal(0);
    watch.start();
    await load();
    clock.pass(SAMPLE_PERIOD_MS);
    expect(asked()).to.equal(1);
    watch.close();
  });

  it('measures once each time, however many connections there are', async () => {
    const { clock, watch, asked } = create();
    watch.start();
    watch.start();
    await load();
    watch.start();
    await load();
    clock.pass(SAMPLE_PERIOD_MS);
    expect(asked()).to.equal(1);
    watch.close();
  });

  it('does not begin when it was closed while loading', async () => {
    const { clock, watch, asked } = create();
    watch.start();
    watch.close();
    await load();
    clock.pass(SAMPLE_PERIOD_MS * 3);
    expect(asked()).to.equal(0);
  });
});
