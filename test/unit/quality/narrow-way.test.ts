import { expect } from '@open-wc/testing';
import { SendPlanner } from '../../../src/quality/send-planner.js';
import { WELL, sample, situation, viewer } from '../../support/send-situations.js';

const IDS = ['a', 'b', 'c'];

describe('sound on a way of one that is narrow', () => {
  for (const camera of [{ width: 1280, height: 720 }, null])
    it(`takes less there, and is as before when the way is wide again, ${camera === null ? 'without' : 'with'} pictures`, () => {
      const planner = new SendPlanner(WELL);
      const given = situation(0, { viewers: IDS.map((id) => viewer(id, 320, 180)), camera });
      let plan = planner.plan(given, 0);
      const pass = (fromMs: number, toMs: number, isNarrow: boolean): void => {
        for (let atMs = fromMs; atMs <= toMs; atMs += 2000) {
          const samples = IDS.map((id) => {
            const planned = plan.plannedBps.get(id) ?? 0;
            const isBad = isNarrow && id === 'a';
            const up = isBad
              ? { bitrateBps: 40_000, lossPercent: 40, availableBps: 30_000 }
              : { bitrateBps: planned, availableBps: planned * 2 };
            return [id, sample(up, isBad ? 900 : 40)] as const;
          });
          planner.addSamples(new Map(samples), null, atMs);
          plan = planner.plan(given, atMs);
        }
      };
      const rateTo = (id: string): number => plan.each.get(id)?.microphone.maxBitrateBps ?? 0;
      pass(2000, 20_000, false);
      const before = rateTo('a');
      expect(before).to.equal(plan.all.microphone.maxBitrateBps);
      pass(22_000, 26_000, true);
      expect(rateTo('a')).to.be.within(10_000, before / 2);
      expect(plan.plannedBps.get('a')).to.be.at.most(50_000);
      expect(rateTo('b')).to.equal(plan.all.microphone.maxBitrateBps);
      pass(28_000, 120_000, false);
      expect(rateTo('a')).to.equal(plan.all.microphone.maxBitrateBps);
    });
});
