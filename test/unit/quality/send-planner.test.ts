import { expect } from '@open-wc/testing';
import { SendPlanner } from '../../../src/quality/send-planner.js';
import type { SendDevice, SendPlan, SendSituation } from '../../../src/quality/send-situation.js';
import { WELL, sample, situation, viewer } from '../../support/send-situations.js';

const planOf = (given: SendSituation): SendPlan => new SendPlanner(given.device).plan(given, 0);
const cameraOf = (plan: SendPlan, id = 'p0') => plan.each.get(id)!.camera;
const total = (plan: SendPlan): number => [...plan.plannedBps.values()].reduce((sum, bps) => sum + bps, 0);

describe('SendPlanner', () => {
  const shares: readonly [number, number, string][] = [
    [1, 1_700_000, '720p'],
    [2, 800_000, '480p'],
    [3, 540_000, '480p'],
    [5, 300_000, '360p'],
  ];
  for (const [count, bps, name] of shares) {
    it(`gives each of ${count} a fair part of 2 Mbit/s: about ${bps / 1000} kbit/s, ${name}`, () => {
      const plan = planOf(situation(count));
      expect(cameraOf(plan).maxBitrateBps).to.be.within(bps * 0.9, bps * 1.1);
      expect(plan.largestSent).to.equal(name);
      expect(total(plan)).to.be.at.most(2_000_000 * 0.9 + 1);
    });
  }

  it('sends nobody more than it shows, and nothing that is not seen', () => {
    const hidden = { id: 'c', camera: { isVisible: false, width: 0, height: 0 }, screen: null };
    const plan = planOf(situation(0, { viewers: [viewer('a'), viewer('b', 320, 180), hidden] }));
    expect(cameraOf(plan, 'a').scaleDownBy).to.equal(1280 / 1280);
    expect(cameraOf(plan, 'b')).to.include({ scaleDownBy: 4, maxFrameRate: 15 });
    expect(cameraOf(plan, 'b').maxBitrateBps).to.be.at.most(160_000);
    expect(cameraOf(plan, 'c').isOff).to.equal(true);
    expect(plan.steps).to.deep.equal([]);
  });

  it('calls nothing lowered by the network before the network has shown anything, but that no picture is sent at all', () => {
    for (const count of [1, 3, 5]) {
      const given = situation(count);
      const planner = new SendPlanner(WELL);
      expect(planner.plan(given, 0).steps, String(count)).to.deep.equal([]);
      const samples = (up: Parameters<typeof sample>[0]) => new Map(given.viewers.map(({ id }) => [id, sample(up)]));
      for (let atMs = 2000; atMs <= 20_000; atMs += 2000) {
        planner.addSamples(samples({}), null, atMs);
        expect(planner.plan(given, atMs).steps, `${count} after ${atMs} ms`).to.deep.equal([]);
      }
      for (let atMs = 22_000; atMs <= 40_000; atMs += 2000) {
        planner.addSamples(samples({ lossPercent: 30, bitrateBps: 80_000 }), null, atMs);
        planner.plan(given, atMs);
      }
      expect(planner.plan(given, 41_000).steps[0], `${count}, when it is known`).to.include({ source: 'camera', reason: 'network' });
    }
    expect(planOf(situation(80)).steps).to.deep.include({ source: 'camera', to: 'off', reason: 'network' });
  });

  it('says that nobody looks', () => {
    const plan = planOf(situation(0, { viewers: [{ id: 'c', camera: { isVisible: false, width: 0, height: 0 }, screen: null }] }));
    expect(plan.steps).to.deep.equal([{ source: 'camera', to: 'off', reason: 'unseen' }]);
    expect(plan.isCameraOff).to.equal(false);
  });

  it('serves the screen before cameras, and large pictures before small ones', () => {
    const viewers = [viewer('small', 320, 180), viewer('large', 1280, 720)];
    const plan = planOf(situation(0, { viewers, screen: { width: 1920, height: 1080 }, limitBps: 1_200_000 }));
    const { screen, camera } = plan.each.get('large')!;
    expect(screen.maxBitrateBps).to.be.above(camera.maxBitrateBps!);
    const without = planOf(situation(0, { viewers, limitBps: 900_000 }));
    expect(cameraOf(without, 'large').maxBitrateBps).to.be.above(4 * cameraOf(without, 'small').maxBitrateBps!);
    expect(cameraOf(without, 'small').isOff ?? false).to.equal(false);
  });

  const choices = [
    ['low', { maxBitrateBps: 300_000, maxFrameRate: 15, scaleDownBy: 1920 / 480 }, '360p'],
    ['medium', { maxBitrateBps: 1_000_000, maxFrameRate: 30, scaleDownBy: 1.5 }, '720p'],
    ['high', { maxBitrateBps: 2_500_000, maxFrameRate: 30, scaleDownBy: 1 }, '1080p'],
  ] as const;
  for (const [videoChoice, encoding, name] of choices) {
    it(`sends the profile ${videoChoice} as it is defined`, () => {
      const plan = planOf(situation(1, { videoChoice, camera: { width: 1920, height: 1080 }, isAdaptive: false }));
      expect(cameraOf(plan)).to.deep.equal(encoding);
      expect(plan.largestSent).to.equal(name);
    });
  }

  const levels = { maximum: 128_000, high: 96_000, medium: 64_000, low: 32_000, minimum: 16_000 } as const;
  for (const [audioChoice, bps] of Object.entries(levels)) {
    it(`sends sound of the level ${audioChoice} with ${bps / 1000} kbit/s`, () => {
      const plan = planOf(situation(1, { audioChoice: audioChoice as keyof typeof levels }));
      expect(plan.all.microphone.maxBitrateBps).to.equal(bps);
    });
  }

  it('turns the camera off for sending when that was chosen, and says so', () => {
    const plan = planOf(situation(2, { videoChoice: 'off' }));
    expect([...plan.each.values()].every(({ camera }) => camera.isOff === true)).to.equal(true);
    expect(plan.isCameraOff).to.equal(true);
    expect(plan.steps).to.deep.equal([{ source: 'camera', to: 'off', reason: 'chosen' }]);
  });

  it('keeps a limit with all it sends, and names it', () => {
    const plan = planOf(situation(2, { limitBps: 500_000 }));
    expect(total(plan)).to.be.at.most(450_001);
    expect(plan.steps[0]).to.deep.equal({ source: 'camera', to: '180p', reason: 'limit' });
  });

  const devices: readonly [string, Partial<SendDevice>, number, string][] = [
    ['battery', { isBatteryLow: true }, 300_000, 'battery'],
    ['data saver', { isDataSaver: true }, 300_000, 'data-saver'],
    ['a mobile network', { isCellular: true }, 300_000, 'cellular'],
    ['a phone', { isHandheld: true }, 500_000, 'device'],
    ['little memory', { isMemorySmall: true }, 450_000, 'device'],
    ['a phone with low battery', { isHandheld: true, isBatteryLow: true }, 300_000, 'battery'],
  ];
  for (const [name, device, bps, reason] of devices) {
    it(`sends less because of ${name}, says why, and can be told otherwise`, () => {
      const given = situation(1, { device: { ...WELL, ...device } });
      const planner = new SendPlanner(given.device);
      const lowered = planner.plan(given, 0);
      expect(cameraOf(lowered).maxBitrateBps).to.be.at.most(bps);
      expect(lowered.steps).to.deep.include({ source: 'camera', to: '360p', reason });
      const chosen = { ...given, videoChoice: 'medium' } as const;
      planner.choosePictures(false, given.device);
      const raised = planner.plan(chosen, 0);
      expect(cameraOf(raised).maxFrameRate, 'undone').to.be.above(24);
      expect(raised.steps.some((step) => step.source === 'camera' && step.reason === reason)).to.equal(false);
      planner.plan({ ...chosen, device: WELL }, 1);
      expect(cameraOf(planner.plan(chosen, 2)).maxBitrateBps, 'when it comes again').to.be.at.most(bps);
      expect(cameraOf(planner.plan({ ...chosen, isAdaptive: false }, 3)).maxBitrateBps).to.equal(1_000_000);
    });
  }

  it('makes pictures smaller while the processor does not keep up, and undoes that by hand', () => {
    const given = situation(1);
    const planner = new SendPlanner(given.device);
    planner.plan(given, 0);
    const busy = new Map([['p0', sample({ processorLimitedShare: 0.9 })]]);
    let plan = planner.plan(given, 0);
    for (let atMs = 2000; atMs <= 6000; atMs += 2000) {
      planner.addSamples(busy, null, atMs);
      plan = planner.plan(given, atMs);
    }
    expect(plan.steps).to.deep.equal([{ source: 'camera', to: '480p', reason: 'processor' }]);
    planner.choosePictures(true, given.device);
    expect(planner.plan(given, 7000).steps).to.deep.equal([]);
  });

  describe('when packets begin to be lost', () => {
    const withThree = (): { planner: SendPlanner; given: SendSituation; before: SendPlan } => {
      const planner = new SendPlanner(WELL);
      // Small tiles: far less is sent than the budget allows.
      const given = situation(0, { viewers: ['a', 'b', 'c'].map((id) => viewer(id, 320, 180)) });
      planner.plan(given, 0);
      for (let atMs = 2000; atMs <= 20_000; atMs += 2000) {
        planner.addSamples(new Map(['a', 'b', 'c'].map((id) => [id, sample({ bitrateBps: 200_000 })])), null, atMs);
        planner.plan(given, atMs);
      }
      return { planner, given, before: planner.plan(given, 20_000) };
    };

    it('sends less than was sent, to all when most show it', () => {
      const { planner, given, before } = withThree();
      expect(
        planner.addSigns(
          new Map([
            ['a', 'sure'],
            ['b', 'some'],
          ]),
          20_500,
        ),
      ).to.equal(true);
      expect(total(planner.plan(given, 20_500))).to.be.below(total(before) * 0.85);
    });

    it('sends less to the only one who shows it', () => {
      const { planner, given, before } = withThree();
      expect(planner.addSigns(new Map([['a', 'sure']]), 20_500)).to.equal(true);
      const plan = planner.plan(given, 20_500);
      expect(cameraOf(plan, 'a').maxBitrateBps).to.be.below(cameraOf(before, 'a').maxBitrateBps! * 0.75);
      expect(cameraOf(plan, 'b')).to.deep.equal(cameraOf(before, 'b'));
    });

    it('does nothing for a sign that is not sure, and cuts once for one that stays', () => {
      const { planner, given, before } = withThree();
      expect(planner.addSigns(new Map([['a', 'some']]), 20_250)).to.equal(false);
      expect(planner.plan(given, 20_250).plannedBps).to.deep.equal(before.plannedBps);
      planner.addSigns(new Map([['a', 'sure']]), 20_500);
      const cut = planner.plan(given, 20_500);
      expect(planner.addSigns(new Map([['a', 'sure']]), 20_750)).to.equal(false);
      expect(planner.plan(given, 20_750).plannedBps).to.deep.equal(cut.plannedBps);
      expect(planner.addSigns(new Map([['nobody', 'sure']]), 21_000)).to.equal(false);
    });
  });

  it('keeps the movement of one who signs, and gives up size first', () => {
    for (const limitBps of [2_000_000, 700_000, 400_000, 300_000]) {
      const plan = planOf(situation(1, { isSigning: true, limitBps, device: { ...WELL, isBatteryLow: limitBps < 500_000 } }));
      expect(cameraOf(plan).maxFrameRate, String(limitBps)).to.be.at.least(20);
      expect(1280 / cameraOf(plan).scaleDownBy!, String(limitBps)).to.be.at.least(320);
    }
  });
});
