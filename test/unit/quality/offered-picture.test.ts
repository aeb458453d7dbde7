import { expect } from '@open-wc/testing';
import { offeredPicture } from '../../../src/quality/offered-picture.js';
import type { SendReason, SendRungName, SendStep } from '../../../src/quality/send-step.js';
import { wantedPicture } from '../../../src/quality/wanted-picture.js';
import { WELL, situation } from '../../support/send-situations.js';

const step = (reason: SendReason, to: SendRungName = '360p'): SendStep => ({ source: 'camera', to, reason });

describe('offeredPicture', () => {
  it('is what is captured, whatever the network and the processor carry and nobody sees', () => {
    for (const reason of ['network', 'processor', 'unseen'] as const)
      expect(offeredPicture(situation(1), [step(reason, 'off')])).to.deep.equal({ width: 1280, height: 720 });
  });

  it('is no larger than it is lowered to on purpose', () => {
    const low = situation(1, { videoChoice: 'low', camera: { width: 640, height: 480 } });
    expect(offeredPicture(low, [step('chosen')])).to.deep.equal({ width: 480, height: 360 });
    const battery = situation(1, { device: { ...WELL, isBatteryLow: true } });
    expect(offeredPicture(battery, [step('battery')])).to.deep.equal({ width: 480, height: 270 });
    expect(offeredPicture(battery, []), 'undone by hand').to.deep.equal({ width: 1280, height: 720 });
    expect(offeredPicture(situation(1), [step('limit', '180p')])).to.deep.equal({ width: 320, height: 180 });
    expect(offeredPicture(situation(1), [step('limit', 'off')])).to.deep.equal({ width: 0, height: 0 });
  });

  it('is nothing without a camera, or when no pictures are to be sent', () => {
    expect(offeredPicture(situation(1, { camera: null }), [])).to.deep.equal({ width: 0, height: 0 });
    expect(offeredPicture(situation(1, { videoChoice: 'off' }), [])).to.deep.equal({ width: 0, height: 0 });
  });
});

describe('wantedPicture', () => {
  const seen = (width: number, height: number) => ({ isVisible: true, width, height });

  it('is what fills the tile, and no more than there is', () => {
    const offered = { width: 1280, height: 720 };
    expect(wantedPicture(seen(640, 360), offered)).to.deep.equal({ width: 640, height: 360, frameRate: null });
    expect(wantedPicture(seen(640, 640), offered)).to.deep.include({ height: 640 });
    expect(wantedPicture(seen(3840, 2160), offered)).to.deep.include(offered);
    expect(wantedPicture(seen(3840, 2160), { width: 640, height: 360 })).to.deep.include({ width: 640, height: 360 });
  });

  it('is nothing of what is not shown, or not known', () => {
    expect(wantedPicture(null, { width: 1280, height: 720 })).to.equal(null);
    expect(wantedPicture(seen(640, 360), null)).to.equal(null);
    expect(wantedPicture(seen(640, 360), { width: 0, height: 0 })).to.equal(null);
    expect(wantedPicture(seen(0, 0), { width: 1280, height: 720 })).to.equal(null);
    expect(wantedPicture({ ...seen(640, 360), isVisible: false }, { width: 1280, height: 720 })).to.equal(null);
  });
});
