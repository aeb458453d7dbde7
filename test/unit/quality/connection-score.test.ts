import { expect } from '@open-wc/testing';
import { connectionScore } from '../../../src/quality/connection-score.js';
import { QUALITY_LEVELS } from '../../../src/quality/network-stats.js';
import { rate } from '../../../src/quality/quality-level.js';
import { scoreLevel } from '../../../src/quality/score-level.js';
import { connectionSample } from '../../support/connection-samples.js';
import { SeededRandom } from '../../support/rtc-world/seeded-random.js';

const wanted = { width: 1280, height: 720, frameRate: 30 };

interface Conditions {
  rtt: number;
  lossUp: number;
  lossDown: number;
  jitterUp: number;
  jitterDown: number;
  playoutDelayMs: number;
  concealedShare: number;
  frozenShare: number;
  fewerFrames: number;
  fewerPixels: number;
}

const MOST: Conditions = {
  rtt: 1200,
  lossUp: 30,
  lossDown: 30,
  jitterUp: 250,
  jitterDown: 250,
  playoutDelayMs: 800,
  concealedShare: 1,
  frozenShare: 1,
  fewerFrames: 30,
  fewerPixels: 1,
};
const METRICS = Object.keys(MOST) as (keyof Conditions)[];

function scoreOf(given: Partial<Conditions>, packetCount: number | null = null): number {
  const { rtt, lossUp, lossDown, jitterUp, jitterDown, playoutDelayMs, concealedShare, frozenShare, fewerFrames, fewerPixels } = given;
  const { score } = connectionScore(
    connectionSample({
      network: { rtt: rtt ?? null },
      up: { lossPercent: lossUp ?? null, packetCount, jitterMs: jitterUp ?? null },
      down: {
        lossPercent: lossDown ?? null,
        packetCount,
        jitterMs: jitterDown ?? null,
        playoutDelayMs: playoutDelayMs ?? null,
        concealedShare: concealedShare ?? null,
        frozenShare: frozenShare ?? null,
        frameRate: fewerFrames === undefined ? null : 30 - fewerFrames,
        width: fewerPixels === undefined ? null : 1280 * (1 - fewerPixels),
        height: fewerPixels === undefined ? null : 720 * (1 - fewerPixels),
      },
    }),
    wanted,
  );
  return score ?? 100;
}

describe('connectionScore', () => {
  it('never rises when one thing gets worse, whatever the others are, known or not', () => {
    const chance = new SeededRandom(7);
    const random = (): number => chance.next();
    // Small values count most: they are where the levels are.
    const draw = (most: number): number => most * random() ** 3;
    for (let run = 0; run < 20_000; run += 1) {
      const given: Partial<Conditions> = {};
      for (const metric of METRICS) if (random() < 0.6) given[metric] = draw(MOST[metric]);
      const metric = METRICS[Math.floor(random() * METRICS.length)]!;
      const packetCount = random() < 0.3 ? Math.floor(random() * 200) : null;
      const value = given[metric] ?? draw(MOST[metric]);
      const worse = value + (MOST[metric] - value) * random() ** 2;
      const [before, after] = [scoreOf({ ...given, [metric]: value }, packetCount), scoreOf({ ...given, [metric]: worse }, packetCount)];
      expect(after, `${metric} ${value} to ${worse} in ${JSON.stringify(given)}`).to.be.at.most(before);
      expect(after).to.be.within(0, 100);
    }
  });

  it("has the level of the network's limits, whatever the mix of round trip, loss and jitter", () => {
    const chance = new SeededRandom(11);
    const random = (): number => chance.next();
    for (let run = 0; run < 5000; run += 1) {
      const [rtt, packetLoss, jitter] = [500 * random() ** 2, 10 * random() ** 2, 100 * random() ** 2];
      const score = scoreOf({ rtt, lossUp: packetLoss, lossDown: packetLoss * random(), jitterUp: jitter * random(), jitterDown: jitter });
      expect(scoreLevel.of(score)).to.equal(rate({ rtt, packetLoss, jitter })!.level);
    }
  });

  it('follows the E-model within a level', () => {
    const { score, parts } = connectionScore(connectionSample({ network: { rtt: 380 }, down: { lossPercent: 7.9, jitterMs: 5 } }), null);
    expect(scoreLevel.of(score!)).to.equal('poor');
    // R = 93.2 - Idd(210 ms) - 95 * 7.9 / 27.9 = 62.2: fair, but the network's limits say poor already.
    expect(parts.audio).to.be.closeTo(44.4, 0.5);
    expect(score).to.be.closeTo(20.4, 0.1);
  });

  it('hears what was made up and what is late, on a network that is well', () => {
    const fine = { rtt: 20, lossDown: 0, jitterDown: 2 };
    expect(scoreLevel.of(scoreOf({ ...fine, concealedShare: 0, playoutDelayMs: 60 }))).to.equal('excellent');
    // 150 * 0.2 = 30 points less: a rating of 63.2, which is low (60 to 70).
    expect(scoreLevel.of(scoreOf({ ...fine, concealedShare: 0.2 }))).to.equal('fair');
    expect(scoreLevel.of(scoreOf({ ...fine, playoutDelayMs: 500 }))).to.equal('fair');
  });

  it('sees freezes, and few frames and pixels against what was wanted', () => {
    const fine = { rtt: 20, lossDown: 0, jitterDown: 2 };
    expect(scoreOf({ ...fine, frozenShare: 0.1 })).to.equal(60);
    expect(scoreOf({ ...fine, frozenShare: 1 })).to.equal(0);
    expect(scoreOf({ ...fine, fewerFrames: 15 })).to.equal(65);
    expect(scoreOf({ ...fine, fewerPixels: 0.5 })).to.equal(65);
    expect(scoreOf({ ...fine, fewerFrames: 30 })).to.equal(0);
  });

  it('does not care how a picture is turned, nor for more than was wanted', () => {
    const of = (width: number, height: number): number | null =>
      connectionScore(connectionSample({ down: { width, height, frameRate: 60 } }), wanted).score;
    expect(of(720, 1280)).to.equal(100);
    expect(of(3840, 2160)).to.equal(100);
  });

  it('counts nothing that is unknown or not wanted', () => {
    const picture = { width: 160, height: 90, frameRate: 3 };
    expect(connectionScore(connectionSample(), wanted).score).to.equal(null);
    expect(connectionScore(connectionSample({ down: picture }), null).score).to.equal(null);
    expect(connectionScore(connectionSample({ down: picture }), { ...wanted, frameRate: null }).parts.frameRate).to.equal(null);
    expect(connectionScore(connectionSample({ network: { rtt: 80 }, down: picture }), null).score).to.equal(68);
  });

  it('does not take one lost packet of a silent minute for a quarter of the sound', () => {
    const [few, many] = [5, 500].map((packetCount) => scoreLevel.of(scoreOf({ lossDown: 20 }, packetCount)));
    expect(QUALITY_LEVELS.indexOf(few!)).to.be.at.most(QUALITY_LEVELS.indexOf('fair'));
    expect(many).to.equal('critical');
  });
});
