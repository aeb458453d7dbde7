import { expect } from '@open-wc/testing';
import type { QualityLevel } from '../../../src/quality/network-stats.js';
import { rate } from '../../../src/quality/quality-level.js';
import { scoreLevel } from '../../../src/quality/score-level.js';
import { SteadyScore } from '../../../src/quality/steady-score.js';
import { SeededRandom } from '../../support/rtc-world/seeded-random.js';

function fill(steady: SteadyScore, score: number, seconds: number): void {
  for (let second = 0; second < seconds; second += 2) steady.add(score, 2000);
}

/** When the level changed, milliseconds, of ten minutes of scores; sampled each second while poor, as in a call. */
function changesOf(next: () => number): readonly number[] {
  const steady = new SteadyScore();
  const changes: number[] = [];
  let before: QualityLevel | null = null;
  for (let atMs = 2000, elapsedMs = 2000; atMs < 600_000; atMs += elapsedMs) {
    const { level } = steady.add(next(), elapsedMs);
    if (before !== null && before !== level) changes.push(atMs);
    before = level;
    elapsedMs = level === 'poor' || level === 'critical' ? 1000 : 2000;
  }
  return changes;
}

const mostWithin = (changes: readonly number[], durationMs: number): number =>
  Math.max(0, ...changes.map((from) => changes.filter((at) => at >= from && at < from + durationMs).length));

describe('SteadyScore', () => {
  it('begins with what was measured first', () => {
    expect(new SteadyScore().add(73.6, 2000)).to.deep.equal({ level: 'good', score: 73 });
  });

  it('takes 0.8 of a worse score and 0.4 of a better one after two seconds, in one step or in two', () => {
    const [once, twice] = [new SteadyScore(), new SteadyScore()];
    for (const steady of [once, twice]) steady.add(79, 2000);
    // 79 - 0.8 * 18, then 64.6 + 0.4 * 14.4: all of one level.
    expect(once.add(61, 2000).score).to.equal(64);
    twice.add(61, 1000);
    expect(twice.add(61, 1000).score).to.equal(64);
    expect(once.add(79, 2000).score).to.equal(70);
  });

  it('is worse, and at once by all of it, with the second sample that says so', () => {
    const steady = new SteadyScore();
    fill(steady, 90, 10);
    expect(steady.add(30, 2000).level).to.equal('excellent');
    expect(steady.add(30, 2000)).to.deep.equal({ level: 'poor', score: 32 });
  });

  it('takes one bad sample for a mishap', () => {
    const steady = new SteadyScore();
    fill(steady, 95, 10);
    steady.add(0, 2000);
    for (let sample = 0; sample < 10; sample += 1) expect(steady.add(95, 2000).level).to.equal('excellent');
  });

  it('soon after a change is worse only for what lasts', () => {
    const steady = new SteadyScore();
    fill(steady, 90, 10);
    fill(steady, 50, 4);
    expect(steady.current!.level).to.equal('fair');
    fill(steady, 10, 4);
    expect(steady.current!.level).to.equal('fair');
    fill(steady, 10, 2);
    expect(steady.current!.level).to.equal('critical');
  });

  it('is better when that is clear and the last change is 20 seconds ago, and then says the whole of it', () => {
    const steady = new SteadyScore();
    fill(steady, 90, 10);
    fill(steady, 30, 20);
    fill(steady, 95, 6);
    expect(steady.current!.level).to.equal('poor');
    fill(steady, 95, 20);
    expect(steady.current!.level).to.equal('excellent');
  });

  it('does not rise by what is just within a level, unless it stays there', () => {
    const steady = new SteadyScore();
    fill(steady, 50, 30);
    fill(steady, 61, 16);
    expect(steady.current!.level).to.equal('fair');
    fill(steady, 61, 60);
    expect(steady.current).to.deep.equal({ level: 'good', score: 60 });
  });

  it('holds its level with a score of that level', () => {
    const steady = new SteadyScore();
    fill(steady, 30, 30);
    const random = new SeededRandom(3);
    for (let sample = 0; sample < 2000; sample += 1) {
      const { level, score } = steady.add(random.between(0, 100), random.chance(0.5) ? 1000 : 2000);
      expect(scoreLevel.of(score)).to.equal(level);
      expect(Number.isInteger(score)).to.equal(true);
    }
  });

  it('is the same object as long as nothing changed', () => {
    const steady = new SteadyScore();
    const first = steady.add(90, 2000);
    expect(steady.add(90, 2000)).to.equal(first);
  });

  it('does not flicker when good and bad take turns', () => {
    let turn = 0;
    expect(changesOf(() => ((turn += 1) % 2 === 0 ? 95 : 25)).length).to.be.at.most(2);
  });

  const noises: Readonly<Record<string, (random: SeededRandom) => () => number>> = {
    'round trips that scatter': (random) => {
      const [rtt, spread] = [random.between(20, 420), random.between(0.05, 0.45)];
      return () => rate({ rtt: Math.max(1, rtt * (1 + spread * bell(random))), packetLoss: 0, jitter: 5 })!.score;
    },
    'packets lost at random': (random) => {
      const [chance, count] = [random.between(0, 0.06), Math.floor(random.between(100, 500))];
      return () => rate({ rtt: 30, packetLoss: lossOf(random, chance, count), jitter: 5 })!.score;
    },
    'all of it': (random) => {
      const [rtt, jitter, chance] = [random.between(20, 300), random.between(2, 60), random.between(0, 0.04)];
      const scatter = (value: number): number => Math.max(0, value * (1 + 0.25 * bell(random)));
      return () => rate({ rtt: scatter(rtt), packetLoss: lossOf(random, chance, 200), jitter: scatter(jitter) })!.score;
    },
    'round trips that jump now and then': (random) => {
      const [rtt, chance] = [random.between(20, 420), random.between(0, 0.3)];
      return () => rate({ rtt: random.chance(chance) ? rtt * 4 : rtt, packetLoss: 0, jitter: 5 })!.score;
    },
  };
  for (const [name, create] of Object.entries(noises)) {
    it(`changes its level at most once in 20 seconds: ${name}`, () => {
      for (let seed = 1; seed <= 200; seed += 1) {
        const changes = changesOf(create(new SeededRandom(seed)));
        expect(changes.length, `seed ${seed}, of ten minutes (30 would be allowed)`).to.be.at.most(20);
        // Never more than a fall, a rise that did not last, and falls that do.
        expect(mostWithin(changes, 60_000), `seed ${seed}, within a minute`).to.be.at.most(4);
      }
    });
  }
});

/** A normal deviate: mean 0, deviation 1. */
function bell(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function lossOf(random: SeededRandom, chance: number, count: number): number {
  let lost = 0;
  for (let packet = 0; packet < count; packet += 1) if (random.chance(chance)) lost += 1;
  return (100 * lost) / count;
}
