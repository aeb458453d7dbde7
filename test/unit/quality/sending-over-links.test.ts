import { expect } from '@open-wc/testing';
import { CAMERA_RUNG_NAMES } from '../../../src/quality/send-step.js';
import { createRandom, simulate, type SimulatedMoment } from '../../support/link-simulator.js';
import { situation } from '../../support/send-situations.js';

const SMALL = { isVisible: true, width: 240, height: 135 };
const kbps = (value: number): number => value * 1000;
const at = (moments: readonly SimulatedMoment[], atMs: number): SimulatedMoment => moments.find((moment) => moment.atMs >= atMs)!;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How each picture is sent, without its rate. */
const waysOf = ({ plan }: SimulatedMoment): readonly string[] =>
  [...plan.each.values()].map(({ camera }) => [camera.isOff ?? false, camera.scaleDownBy, camera.maxFrameRate].join(' '));

/** The most changes of one picture within 30 seconds. */
function mostChanges(moments: readonly SimulatedMoment[]): number {
  let most = 0;
  for (let picture = 0; picture < waysOf(moments[0]!).length; picture += 1) {
    const changes = moments.flatMap((moment, index) =>
      index > 0 && waysOf(moment)[picture] !== waysOf(moments[index - 1]!)[picture] ? [moment.atMs] : [],
    );
    for (const from of changes) most = Math.max(most, changes.filter((each) => each >= from && each < from + 30_000).length);
  }
  return most;
}

describe('sending over links of all kinds', () => {
  it('settles on what a constant link carries, loses no sound and does not swing', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = createRandom(seed);
      const capacityBps = 10 ** (5.3 + 1.6 * random());
      const count = 1 + Math.floor(random() * 5);
      const rttMs = 10 + 190 * random();
      const link = {
        capacityBps: () => capacityBps,
        rttMs: () => rttMs,
        noiseMs: 30 * random(),
        hasEstimates: random() < 0.7,
        queueMs: 100 + 600 * random(),
        activity: random() < 0.3 ? 0.4 : 1,
      };
      const name = `seed ${seed}: ${Math.round(capacityBps / 1000)} kbit/s to ${count}`;
      const moments = simulate(link, situation(count), 180_000, seed);
      expect(mostChanges(moments.filter(({ atMs }) => atMs > 40_000)), name).to.be.at.most(2);
      const settled = moments.filter(({ atMs }) => atMs > 120_000);
      expect(mean(settled.map(({ audioLoss }) => audioLoss)), name).to.be.below(0.02);
      const wantedBps = Math.min(capacityBps, count * kbps(1788));
      // Below, hardly more than sound is left.
      if (link.activity === 1 && capacityBps > kbps(400))
        expect(mean(settled.map(({ sentBps }) => sentBps)), name).to.be.above(wantedBps * 0.5);
    }
  });

  it('follows a cut to 300 kbit/s within 4 s, and comes back by itself', () => {
    const capacityBps = (atMs: number): number => (atMs >= 20_000 && atMs < 60_000 ? kbps(300) : kbps(3000));
    const moments = simulate({ capacityBps }, situation(1), 130_000);
    expect(at(moments, 19_000).plan.largestSent).to.equal('720p');
    expect(at(moments, 24_000).plannedBps).to.be.below(kbps(300));
    expect(at(moments, 30_000).plan.steps[0]).to.deep.equal({ source: 'camera', to: '180p', reason: 'network' });
    expect(at(moments, 128_000).plan.largestSent).to.equal('720p');
    expect(at(moments, 128_000).plan.steps).to.deep.equal([]);
  });

  const cuts: readonly [number, number, number, number][] = [
    [300, 3000, 1, 40_000],
    [300, 3000, 1, 10_000],
    [500, 5000, 2, 20_000],
    [800, 3000, 1, 30_000],
  ];
  for (const [lowKbps, highKbps, count, cutMs] of cuts) {
    // By itself the browser's estimate grows by 8 % a second.
    it(`has the size of before within 24 s after ${cutMs / 1000} s of ${lowKbps} kbit/s to ${count}`, () => {
      const endMs = 20_000 + cutMs;
      const capacityBps = (atMs: number): number => kbps(atMs >= 20_000 && atMs < endMs ? lowKbps : highKbps);
      const moments = simulate({ capacityBps }, situation(count), endMs + 60_000);
      const rank = ({ plan }: SimulatedMoment): number => [...CAMERA_RUNG_NAMES, null].indexOf(plan.largestSent);
      const before = rank(at(moments, 18_000));
      const after = moments.filter(({ atMs }) => atMs >= endMs + 24_000);
      expect(Math.max(...after.map(rank))).to.be.at.most(before);
      expect(mostChanges(moments.filter(({ atMs }) => atMs >= endMs))).to.be.at.most(3);
    });
  }

  it('lowers at once when the round trip grows, and takes a long way for its own length', () => {
    const rttMs = (atMs: number): number => (atMs < 20_500 ? 40 : 400);
    const moments = simulate({ capacityBps: () => kbps(3000), rttMs }, situation(1), 60_000);
    const before = at(moments, 20_000).plannedBps;
    expect(at(moments, 22_000).plannedBps).to.be.below(before * 0.9);
    expect(Math.min(...moments.filter(({ atMs }) => atMs > 20_000).map(({ plannedBps }) => plannedBps))).to.be.above(kbps(500));
    expect(at(moments, 58_000).plannedBps).to.be.above(before * 0.95);
  });

  it('lowers at once when much is lost', () => {
    const randomLoss = (atMs: number): number => (atMs < 20_000 ? 0 : 0.15);
    const moments = simulate({ capacityBps: () => kbps(3000), randomLoss }, situation(1), 24_000);
    expect(at(moments, 22_000).plannedBps).to.be.below(at(moments, 18_000).plannedBps * 0.9);
  });

  it('keeps the sound of four whole on 150 kbit/s: no pictures, and they come back when there is room', () => {
    const capacityBps = (atMs: number): number => (atMs >= 20_000 && atMs < 70_000 ? kbps(150) : kbps(4000));
    const moments = simulate({ capacityBps }, situation(3), 200_000);
    const low = moments.filter(({ atMs }) => atMs > 26_000 && atMs < 50_000);
    expect(low.every(({ audioLoss }) => audioLoss === 0)).to.equal(true);
    expect(low.every(({ plan }) => plan.isCameraOff)).to.equal(true);
    expect(low.at(-1)!.plan.steps).to.deep.include({ source: 'camera', to: 'off', reason: 'network' });
    expect(at(moments, 198_000).plan.largestSent).to.not.equal(null);
  });

  it('does not take a device that cannot keep up for a narrow network', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const isStalled = (atMs: number): boolean => atMs > 20_000 && atMs < 60_000;
      const moments = simulate({ capacityBps: () => kbps(20_000), isStalled }, situation(5), 80_000, seed);
      const before = at(moments, 20_000).plannedBps;
      const after = moments.filter(({ atMs }) => atMs > 20_000);
      expect(Math.min(...after.map(({ plannedBps }) => plannedBps)), `seed ${seed}`).to.be.at.least(before * 0.9);
    }
  });

  it('loses hardly any sound on a narrow link, also from a device that cannot keep up', () => {
    const capacityBps = (atMs: number): number => (atMs < 20_000 ? kbps(5000) : kbps(150));
    const moments = simulate({ capacityBps, isStalled: (atMs) => atMs > 15_000 }, situation(3), 90_000);
    const low = moments.filter(({ atMs }) => atMs > 26_000);
    expect(mean(low.map(({ audioLoss }) => audioLoss))).to.be.below(0.03);
  });

  it('makes nothing smaller for one late answer where the browser sees no queue', () => {
    for (const lateMs of [60, 130, 400]) {
      const rttMs = (atMs: number): number => (atMs > 29_000 && atMs < 33_000 ? lateMs : 3);
      const few = { ...situation(5), viewers: situation(5).viewers.map((viewer) => ({ ...viewer, camera: SMALL })) };
      const moments = simulate({ capacityBps: () => kbps(20_000), rttMs }, few, 60_000);
      const before = at(moments, 28_000).plannedBps;
      expect(Math.min(...moments.filter(({ atMs }) => atMs > 28_000).map(({ plannedBps }) => plannedBps)), `${lateMs} ms`).to.equal(before);
    }
  });

  it('is back after late answers within 12 s where the browser sees no queue', () => {
    const rttMs = (atMs: number): number => (atMs > 29_000 && atMs < 35_000 ? 400 + atMs / 1000 : 40);
    const moments = simulate({ capacityBps: () => kbps(20_000), rttMs }, situation(1), 60_000);
    const before = at(moments, 28_000).plannedBps;
    expect(at(moments, 34_000).plannedBps).to.be.below(before * 0.9);
    expect(at(moments, 47_000).plannedBps).to.be.at.least(before * 0.95);
  });

  it('lowers what goes to one whose own way is bad, and to nobody else', () => {
    const bad = simulate({ capacityBps: () => kbps(10_000), badOne: 'p1' }, situation(3), 60_000).at(-1)!.plan;
    const [good, worse] = [bad.plannedBps.get('p0')!, bad.plannedBps.get('p1')!];
    expect(worse).to.be.below(good * 0.6);
    expect(good).to.be.above(kbps(500));
  });
});
