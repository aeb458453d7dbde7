import { expect } from '@open-wc/testing';
import { eModel } from '../../../src/quality/e-model.js';

/** ITU-T G.107 with its default parameters; bands of G.109. */
describe('eModel', () => {
  const delays: readonly [number, number, number][] = [
    [0, 0, 4.41],
    [100, 0, 4.41],
    [150, 0.16, 4.41],
    [200, 3.04, 4.34],
    [250, 8.92, 4.18],
    [300, 14.76, 3.96],
    [400, 24.07, 3.56],
    [500, 30.64, 3.23],
  ];
  for (const [delayMs, impairment, opinion] of delays) {
    it(`takes ${impairment} for ${delayMs} ms one way`, () => {
      expect(eModel.delayImpairment(delayMs)).to.be.closeTo(impairment, 0.005);
      expect(eModel.opinion(eModel.bestRating - eModel.delayImpairment(delayMs))).to.be.closeTo(opinion, 0.006);
    });
  }

  const losses: readonly [keyof typeof eModel.robustness, number, number, number][] = [
    ['plain', 1, 8.6, 4.18],
    ['plain', 2, 15.8, 3.92],
    ['plain', 5, 31.7, 3.18],
    ['plain', 10, 47.5, 2.35],
    ['corrected', 1, 4.5, 4.31],
    ['corrected', 2, 8.6, 4.18],
    ['corrected', 5, 19, 3.79],
    ['corrected', 10, 31.7, 3.18],
    ['corrected', 20, 47.5, 2.35],
  ];
  for (const [robustness, lossPercent, impairment, opinion] of losses) {
    it(`takes ${impairment} for ${lossPercent} % lost, ${robustness}`, () => {
      const actual = eModel.lossImpairment(lossPercent, eModel.robustness[robustness]);
      expect(actual).to.be.closeTo(impairment, 0.051);
      expect(eModel.opinion(eModel.bestRating - actual)).to.be.closeTo(opinion, 0.006);
    });
  }

  const bands: readonly [number, number][] = [
    [90, 4.34],
    [80, 4.02],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ];
  for (const [rating, opinion] of bands) {
    it(`gives the opinion ${opinion} to a rating of ${rating}`, () => {
      // The recommendation cuts its figures off (4.024 is printed as 4.03 by some, as 4.02 by others).
      expect(eModel.opinion(rating)).to.be.closeTo(opinion, 0.01);
    });
  }

  it('has a worst and a best opinion', () => {
    expect(eModel.opinion(-5)).to.equal(1);
    expect(eModel.opinion(0)).to.equal(1);
    expect(eModel.opinion(100)).to.equal(4.5);
    expect(eModel.opinion(120)).to.equal(4.5);
  });
});
