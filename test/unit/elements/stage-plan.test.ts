import { expect } from '@open-wc/testing';
import { planStage, seenArea, stageCandidates, type StageOptions } from '../../../elements/video-grid/stage-plan.js';

const BOXES = [[320, 240], [390, 700], [844, 320], [820, 1100], [1440, 820], [3840, 2000], [2560, 560], [300, 2400]] as const;

function eachCase(check: (options: StageOptions, label: string) => void): void {
  for (const [width, height] of BOXES)
    for (const largeCount of [1, 2, 3])
      for (const hasScreen of [false, true])
        for (const isSidebar of [false, true])
          for (const otherCount of [0, 1, 2, 5, 12, 48]) {
            const options = { area: { x: 0, y: 0, width, height }, gap: 8, largeCount, hasScreen, otherCount, maxOthers: 48, isSidebar };
            check(options, `${largeCount} large, screen ${hasScreen}, sidebar ${isSidebar}, ${otherCount} others, ${width}×${height}`);
          }
}

describe('planStage', () => {
  it('chooses the plan in which the large pictures are seen largest', () => {
    eachCase((options, label) => {
      const chosen = seenArea(planStage(options), options.hasScreen);
      for (const candidate of stageCandidates(options)) expect(chosen, label).to.be.at.least(seenArea(candidate, options.hasScreen));
    });
  });

  it('places as many as it says there is room for, and at least one', () => {
    eachCase((options, label) => {
      const plan = planStage(options);
      if (options.otherCount === 0) return;
      expect(plan.capacity, label).to.be.at.least(1);
      for (let count = 1; count <= plan.capacity; count += 1) expect(plan.place(count), label).to.have.length(count);
    });
  });

  it('puts the strip beside the picture on a phone held sideways and under it on one held upright', () => {
    const base = { gap: 4, largeCount: 1, hasScreen: false, otherCount: 5, maxOthers: 9, isSidebar: false };
    const sideways = planStage({ ...base, area: { x: 0, y: 0, width: 844, height: 320 } }).strip;
    expect(sideways?.x).to.be.above(500);
    const upright = planStage({ ...base, area: { x: 0, y: 0, width: 390, height: 760 } }).strip;
    expect(upright?.x).to.equal(0);
    expect(upright?.y).to.be.above(350);
  });

  it('gives a screen all that is left, and cuts no camera to a ribbon', () => {
    const options = { area: { x: 0, y: 0, width: 2560, height: 600 }, gap: 8, largeCount: 1, otherCount: 0, maxOthers: 9, isSidebar: false };
    expect(planStage({ ...options, hasScreen: true }).large[0]?.width).to.equal(2560);
    const camera = planStage({ ...options, hasScreen: false }).large[0];
    expect((camera?.width ?? 0) / (camera?.height ?? 1)).to.be.at.most(2.4);
    expect(camera?.x).to.equal((2560 - (camera?.width ?? 0)) / 2);
  });
});
