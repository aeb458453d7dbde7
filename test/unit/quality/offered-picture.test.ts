import { expect } from '@open-wc/testing';
import { offeredPicture } from '../../../src/quality/offered-picture.js';
import type { SendReason, SendRungName, SendStep } from '../../../src/quality/send-step.js';
import { wantedPicture } from '../../../src/quality/wanted-picture.js';
import type { SendSituation } from '../../../src/quality/send-situation.js';
import { WELL, situation } from '../../support/send-situations.js';

const step = (reason: SendReason, to: SendRungName = '360p'): SendStep => ({ source: 'camera', to, reason });

describe('offeredPicture', () => {
  it('is what is captured, whatever the network and the processor carry and nobody sees', () => {
    for (const reason of ['network', 'processor', 'unseen'] as const)
      expect(offeredPicture(situation(1), [step(reason, 'off')], null)).to.deep.equal({ width: 1280, height: 720, frameRate: null });
  });

  it('is no larger than it is lowered to on purpose', () => {
    const low = situation(1, { videoChoice: 'low', camera: { width: 640, height: 480 } });
    expect(offeredPicture(low, [step('chosen')], null)).to.deep.equal({ width: 480, height: 360, frameRate: null });
    const battery = situation(1, { device: { ...WELL, isBatteryLow: true } });
    expect(offeredPicture(battery, [step('battery')], null)).to.deep.equal({ width: 480, height: 270, frameRate: null });
    expect(offeredPicture(battery, [], null), 'undone by hand').to.deep.equal({ width: 1280, height: 720, frameRate: null });
    expect(offeredPicture(situation(1), [step('limit', '180p')], null)).to.deep.equal({ width: 320, height: 180, frameRate: null });
    expect(offeredPicture(situation(1), [step('limit', 'off')], null)).to.deep.equal({ width: 0, height: 0, frameRate: null });
  });

  it('has the frames that the camera brings, and no more than it is lowered to on purpose', () => {
    const rate = (from: SendSituation, steps: readonly SendStep[], brought: number | null) =>
      offeredPicture(from, steps, brought).frameRate;
    expect(rate(situation(1), [], 30)).to.equal(30);
    expect(rate(situation(1), [], null)).to.equal(null);
    expect(rate(situation(1), [step('network', '180p')], 30)).to.equal(30);
    const battery = situation(1, { device: { ...WELL, isBatteryLow: true } });
    expect(rate(battery, [step('battery')], 30)).to.equal(15);
    expect(rate(battery, [step('battery')], 8)).to.equal(8);
    expect(rate(situation(1), [step('limit', '360p')], 30)).to.equal(20);
  });

  it('is nothing without a camera, or when no pictures are to be sent', () => {
    expect(offeredPicture(situation(1, { camera: null }), [], null)).to.deep.equal({ width: 0, height: 0, frameRate: null });
    expect(offeredPicture(situation(1, { videoChoice: 'off' }), [], null)).to.deep.equal({ width: 0, height: 0, frameRate: null });
  });
});

describe('wantedPicture', () => {
  const seen = (width: number, height: number) => ({ isVisible: true, width, height });

  it('is what fills the tile, and no more than there is', () => {
    const offered = { width: 1280, height: 720, frameRate: null };
    expect(wantedPicture(seen(640, 360), offered)).to.deep.equal({ width: 640, height: 360, frameRate: null });
    expect(wantedPicture(seen(640, 640), offered)).to.deep.include({ height: 640 });
    expect(wantedPicture(seen(3840, 2160), offered)).to.deep.include(offered);
    expect(wantedPicture(seen(3840, 2160), { width: 640, height: 360, frameRate: null })).to.deep.include({ width: 640, height: 360 });
  });

  it('has as many frames as a picture of that size is sent with, of those there are', () => {
    const offered = { width: 1280, height: 720, frameRate: 30 };
    expect(wantedPicture(seen(1280, 720), offered)?.frameRate).to.equal(30);
    expect(wantedPicture(seen(640, 360), offered)?.frameRate).to.equal(20);
    expect(wantedPicture(seen(160, 90), offered)?.frameRate).to.equal(15);
    expect(wantedPicture(seen(1280, 720), { ...offered, frameRate: 10 })?.frameRate).to.equal(10);
  });

  it('is nothing of what is not shown, or not known', () => {
    expect(wantedPicture(null, { width: 1280, height: 720, frameRate: null })).to.equal(null);
    expect(wantedPicture(seen(640, 360), null)).to.equal(null);
    expect(wantedPicture(seen(640, 360), { width: 0, height: 0, frameRate: null })).to.equal(null);
    expect(wantedPicture(seen(0, 0), { width: 1280, height: 720, frameRate: null })).to.equal(null);
    expect(wantedPicture({ ...seen(640, 360), isVisible: false }, { width: 1280, height: 720, frameRate: null })).to.equal(null);
  });
});
