import { expect } from '@open-wc/testing';
import { QUALITY_LEVELS, type QualityLevel } from '../../../src/quality/network-stats.js';
import { rank, rate, type RatedStats } from '../../../src/quality/quality-level.js';

const perfect: RatedStats = { rtt: 0, packetLoss: 0, jitter: 0 };

describe('rate', () => {
  const limits: readonly [QualityLevel, number, number, number][] = [
    ['excellent', 50, 0.5, 10],
    ['good', 100, 1, 20],
    ['fair', 200, 3, 40],
    ['poor', 400, 8, 80],
  ];
  for (const [level, rtt, packetLoss, jitter] of limits) {
    for (const [metric, limit] of Object.entries({ rtt, packetLoss, jitter })) {
      it(`is ${level} at ${metric} ${limit} and worse just above`, () => {
        expect(rate({ ...perfect, [metric]: limit })!.level).to.equal(level);
        expect(rank(rate({ ...perfect, [metric]: limit * 1.001 })!.level)).to.equal(rank(level) + 1);
      });
    }
  }

  it('is as bad as the worst value', () => {
    expect(rate({ rtt: 10, packetLoss: 5, jitter: 15 })!.level).to.equal('poor');
  });

  it('is null when nothing is known, and counts only what is known', () => {
    expect(rate({ rtt: null, packetLoss: null, jitter: null })).to.equal(null);
    expect(rate({ rtt: 150, packetLoss: null, jitter: null })!.level).to.equal('fair');
  });

  it('gives 100 for a perfect and 0 for a hopeless connection', () => {
    expect(rate(perfect)!.score).to.equal(100);
    expect(rate({ rtt: 60_000, packetLoss: 100, jitter: 5000 })!.score).to.equal(0);
  });

  for (const [metric, most] of Object.entries({ rtt: 3000, packetLoss: 100, jitter: 500 })) {
    it(`never rises with ${metric}, and the level agrees with the score`, () => {
      let last = 100;
      for (let step = 0; step <= 5000; step += 1) {
        const { score, level } = rate({ rtt: 70, packetLoss: 0.2, jitter: 5, [metric]: (most * step) / 5000 })!;
        expect(score).to.be.at.most(last);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).to.equal(true);
        expect(level).to.equal(QUALITY_LEVELS[Math.min(4, score >= 80 ? 0 : score >= 60 ? 1 : score >= 40 ? 2 : score >= 20 ? 3 : 4)]);
        last = score;
      }
    });
  }
});
