import { expect } from '@open-wc/testing';
import { silentLogger } from '../../../src/base/logger.js';
import type { NetworkStats } from '../../../src/quality/network-stats.js';
import { SAMPLE_PERIOD_MS, StatsSampler } from '../../../src/quality/stats-sampler.js';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.js';
import { settle } from '../../support/call-harness.js';

interface Harness {
  readonly clock: FakeClock;
  readonly sampler: StatsSampler;
  readonly heard: { readonly participantId: string; readonly stats: NetworkStats }[];
  getStats: () => Promise<ReadonlyMap<string, RTCStatsReport>>;
}

function create(): Harness {
  const clock = createFakeClock();
  const heard: { participantId: string; stats: NetworkStats }[] = [];
  const report = (): RTCStatsReport => new Map([['t', { id: 't', type: 'transport', timestamp: clock.now(), bytesSent: clock.now() }]]);
  const harness: Harness = {
    clock,
    heard,
    getStats: () => Promise.resolve(new Map([['a', report()]])),
    sampler: new StatsSampler({
      getStats: () => harness.getStats(),
      clock,
      logger: silentLogger,
      onSample: (participantId, { network }) => heard.push({ participantId, stats: network }),
    }),
  };
  return harness;
}

async function pass({ clock }: Harness, durationMs: number): Promise<void> {
  clock.pass(durationMs);
  await settle();
}

async function tick(harness: Harness): Promise<void> {
  await pass(harness, SAMPLE_PERIOD_MS);
}

describe('StatsSampler', () => {
  it('tells the difference of two samples, from the second one on', async () => {
    const harness = create();
    await tick(harness);
    expect(harness.heard).to.deep.equal([]);
    await tick(harness);
    expect(harness.heard.map(({ participantId, stats }) => [participantId, stats.bandwidth])).to.deep.equal([['a', 8000]]);
  });

  it('tells nothing about an interval that was slept through, and goes on after it', async () => {
    const harness = create();
    await tick(harness);
    harness.clock.sleep(60_000);
    await tick(harness);
    expect(harness.heard).to.deep.equal([]);
    await tick(harness);
    expect(harness.heard).to.have.length(1);
  });

  it('does not ask again before it was answered', async () => {
    const harness = create();
    let count = 0;
    harness.getStats = () => {
      count += 1;
      return new Promise(() => undefined);
    };
    await tick(harness);
    await tick(harness);
    expect(count).to.equal(1);
  });

  it('goes on after a failure', async () => {
    const harness = create();
    const { getStats } = harness;
    harness.getStats = () => Promise.reject(new Error('no'));
    await tick(harness);
    harness.getStats = getStats;
    await tick(harness);
    await tick(harness);
    expect(harness.heard).to.have.length(1);
  });

  it('is silent after it is closed, even when an answer is under way', async () => {
    const harness = create();
    await tick(harness);
    harness.clock.pass(SAMPLE_PERIOD_MS);
    harness.sampler.close();
    await settle();
    await tick(harness);
    expect(harness.heard).to.deep.equal([]);
    expect(harness.clock.timerCount).to.equal(0);
  });

  it('asks as often as it is told to, and counts an interval by the period of now', async () => {
    const harness = create();
    await tick(harness);
    harness.sampler.setPeriod(1000);
    await pass(harness, 1000);
    await pass(harness, 1000);
    expect(harness.heard).to.have.length(2);
    harness.sampler.setPeriod(2000);
    await pass(harness, 1000);
    expect(harness.heard).to.have.length(2);
    await pass(harness, 1000);
    expect(harness.heard).to.have.length(3);
    expect(harness.clock.timerCount).to.equal(1);
  });

  it('goes by the time of the statistics, which may be older than the answer', async () => {
    const harness = create();
    let isCached = false;
    const { getStats } = harness;
    let last = await getStats();
    harness.getStats = async () => (last = isCached ? last : await getStats());
    await tick(harness);
    isCached = true;
    await tick(harness);
    expect(harness.heard).to.deep.equal([]);
    isCached = false;
    await tick(harness);
    // Twice the period: the answer between was the same one again.
    expect(harness.heard.map(({ stats }) => stats.bandwidth)).to.deep.equal([8000]);
  });

  it('makes what came too soon part of the next interval', async () => {
    const harness = create();
    const at = (timestamp: number, bytesSent: number): Promise<ReadonlyMap<string, RTCStatsReport>> =>
      Promise.resolve(new Map([['a', new Map([['t', { id: 't', type: 'transport', timestamp, bytesSent }]])]]));
    const reports = [at(0, 0), at(500, 1000), at(2500, 5000)];
    harness.getStats = () => reports.shift()!;
    for (let turn = 0; turn < 3; turn += 1) await tick(harness);
    expect(harness.heard.map(({ stats }) => stats.bandwidth)).to.deep.equal([16_000]);
  });
});
