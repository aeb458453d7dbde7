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

  it('leaves no room unused between a screen and the others in an upright box, and gives it to the others', () => {
    for (const [width, height] of [[374, 560], [374, 740], [788, 1000], [600, 1100]] as const)
      for (const otherCount of [1, 2, 4, 7, 12])
        for (const isSidebar of [false, true]) {
          const label = `${otherCount} in ${width}×${height}, sidebar ${isSidebar}`;
          const { large, place, capacity } = planStage({ area: { x: 0, y: 0, width, height }, gap: 8, largeCount: 1, hasScreen: true, otherCount, maxOthers: 12, isSidebar });
          const [screen] = large;
          const others = place(capacity);
          const top = Math.min(...others.map(({ y }) => y));
          const bottom = Math.max(...others.map((box) => box.y + box.height));
          const end = (screen?.y ?? 0) + (screen?.height ?? 0);
          expect(screen?.height, label).to.be.closeTo(width / 1.6, 2);
          expect(top - end, label).to.be.within(7, 9);
          expect(Math.abs((screen?.y ?? 0) - (height - bottom)), `${label}: above as below`).to.be.at.most(2);
          const used = (bottom - (screen?.y ?? 0)) / height;
          expect(used, label).to.be.above(otherCount === 1 ? 0.5 : 0.6);
        }
  });

  it('puts the border where the visitor wants it, within its limits', () => {
    const base = { area: { x: 0, y: 0, width: 1200, height: 700 }, gap: 8, largeCount: 1, hasScreen: false, otherCount: 4, maxOthers: 9, isSidebar: true };
    const plan = planStage({ ...base, shares: { beside: 0.5 } });
    expect(plan.strip?.x).to.be.closeTo(608, 1);
    expect(planStage({ ...base, shares: { beside: 0 } }).strip?.x).to.be.closeTo(308, 1);
    expect(planStage({ ...base, shares: { beside: 1 } }).strip?.width).to.be.closeTo(72, 1);
    expect(planStage({ ...base, shares: { below: 0.5 } }).strip).to.deep.equal(planStage(base).strip);
  });
});
