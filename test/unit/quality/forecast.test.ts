import { expect } from '@open-wc/testing';
import { Forecaster, type Forecast } from '../../../src/quality/forecast.js';
import { rank } from '../../../src/quality/quality-level.js';
import { connectionSample } from '../../support/connection-samples.js';

interface Values {
  readonly rtt: number | null;
  readonly packetLoss: number | null;
  readonly jitter: number | null;
  readonly availableBps?: number | null;
}

const WELL: Values = { rtt: 30, packetLoss: 0, jitter: 4 };
const BAD: Values = { rtt: 900, packetLoss: 20, jitter: 150 };

/** What is said after each of these samples, two seconds apart. */
function forecasts(history: readonly Values[], elapsedMs = 2000): readonly (Forecast | null)[] {
  const forecaster = new Forecaster();
  return history.map(({ availableBps = null, ...network }, index) =>
    forecaster.add(connectionSample({ network: { ...network, timestamp: (index + 1) * elapsedMs }, elapsedMs, up: { availableBps } })),
  );
}

function last(history: readonly Values[]): Forecast {
  const said = forecasts(history).at(-1);
  if (said == null) throw new Error('nothing was said');
  return said;
}

const times = (count: number, values: (index: number) => Values): readonly Values[] =>
  Array.from({ length: count }, (_, index) => values(index));

/** The same numbers in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function drifting(random: () => number, share: number): readonly Values[] {
  const unknown = (value: number): number | null => (random() < share ? null : value);
  let trouble = random();
  return times(40, () => {
    trouble = Math.max(0, Math.min(1, trouble + (random() - 0.5) * 0.4));
    return {
      rtt: unknown(20 + 900 * trouble * random()),
      packetLoss: unknown(20 * trouble * random()),
      jitter: unknown(120 * trouble * random()),
      availableBps: unknown(100_000 + 1_500_000 * (1 - trouble)),
    };
  });
}

describe('Forecaster', () => {
  it('says nothing while nothing is known', () => {
    expect(forecasts(times(3, () => ({ rtt: null, packetLoss: null, jitter: null })))).to.deep.equal([null, null, null]);
  });

  it('expects of a call that is well that it stays so, and advises nothing', () => {
    const { level, isWarning, recommendation, confidence, factors } = last(times(15, () => WELL));
    expect({ level, isWarning, recommendation }).to.deep.equal({ level: 'excellent', isWarning: false, recommendation: null });
    expect(confidence).to.be.above(0.95);
    expect(factors.every(({ impact }) => impact > 0)).to.equal(true);
  });

  it('warns of a round trip that grows, before the level has fallen', () => {
    const said = forecasts(
      times(12, (index) => ({ ...WELL, rtt: 30 + (index < 4 ? 0 : (index - 3) * 9), packetLoss: index < 6 ? 0 : (index - 5) * 0.08 })),
    );
    const warned = said.findIndex((forecast) => forecast?.isWarning);
    expect(warned).to.be.within(4, 7);
  });

  it('does not warn of one sample with loss or jitter, nor of wavering', () => {
    const once = forecasts(times(20, (index) => (index === 10 ? { ...WELL, packetLoss: 6, jitter: 60 } : WELL)));
    const wavering = forecasts(times(40, (index) => ({ ...WELL, rtt: 40 + 8 * (index % 3), jitter: 4 + (index % 2) })));
    expect([...once, ...wavering].filter((forecast) => forecast?.isWarning)).to.deep.equal([]);
  });

  it('warns of a longer round trip at once, and no longer than it lasts', () => {
    const warned = forecasts(times(20, (index) => (index === 10 ? { ...WELL, rtt: 140 } : WELL))).map((forecast) => forecast?.isWarning);
    expect([warned.indexOf(true), warned.lastIndexOf(true)]).to.deep.equal([10, 10]);
  });

  it('does not warn of another path that is longer for good', () => {
    const warned = forecasts(times(40, (index) => ({ ...WELL, rtt: index < 10 ? 30 : 90 }))).map((forecast) => forecast?.isWarning);
    expect(warned.lastIndexOf(true)).to.be.within(10, 24);
  });

  it('warns when the browser says that the line carries much less, and expects less of the minute', () => {
    const calm = { ...WELL, availableBps: 1_500_000 };
    const before = last(times(10, () => calm));
    const after = last([...times(10, () => calm), { ...calm, availableBps: 300_000 }]);
    expect([before.isWarning, after.isWarning]).to.deep.equal([false, true]);
    expect(rank(after.level)).to.be.above(rank(before.level));
    expect(after.recommendation).to.equal('lower-picture');
  });

  it('has nothing to warn of where it cannot get worse', () => {
    expect(last([...times(5, () => WELL), ...times(5, () => BAD)])).to.include({ level: 'critical', isWarning: false });
  });

  it('names what makes the call worse first, round trip and loss with twice the weight of jitter', () => {
    expect(last(times(10, () => ({ ...WELL, packetLoss: 12 }))).factors[0]).to.deep.equal({ metric: 'packetLoss', impact: -1 });
    const all = last(times(10, () => BAD)).factors;
    expect(all).to.deep.equal([
      { metric: 'rtt', impact: -1 },
      { metric: 'packetLoss', impact: -1 },
      { metric: 'jitter', impact: -0.5 },
    ]);
  });

  it('is the less sure the less is known, the less was seen, and the more it was surprised', () => {
    const sure = last(times(15, () => WELL)).confidence;
    expect(last(times(15, () => ({ ...WELL, jitter: null }))).confidence).to.be.closeTo(0.8 * sure, 0.001);
    expect(last(times(3, () => WELL)).confidence).to.be.closeTo(0.3 * sure, 0.001);
    expect(last(times(15, (index) => (index % 2 === 0 ? WELL : BAD))).confidence).to.be.below(0.3);
  });

  it('forgets what was before a long silence', () => {
    const forecaster = new Forecaster();
    const add = (network: Values, timestamp: number): Forecast | null =>
      forecaster.add(connectionSample({ network: { ...network, timestamp } }));
    for (let index = 0; index < 10; index += 1) add(BAD, index * 2000);
    expect(add(WELL, 18_000 + 20_000)?.level).to.equal('critical');
    expect(add(WELL, 38_000 + 20_001)?.level).to.equal('excellent');
  });

  it('comes to the same with samples each second', () => {
    const grow = (index: number, perSecond: number): Values => ({ ...WELL, rtt: 30 + (index * 10) / perSecond });
    const slow = forecasts(
      times(10, (index) => grow(index, 0.5)),
      2000,
    ).at(-1);
    const fast = forecasts(
      times(19, (index) => grow(index, 1)),
      1000,
    ).at(-1);
    expect(fast?.level).to.equal(slow?.level);
    expect(fast?.factors[0]?.impact ?? 0).to.be.closeTo(slow?.factors[0]?.impact ?? 1, 0.1);
  });

  it('keeps to its ranges whatever is missing', () => {
    const random = seeded(7);
    for (let run = 0; run < 200; run += 1) {
      for (const said of forecasts(drifting(random, 0.5))) {
        if (said === null) continue;
        expect(said.confidence).to.be.within(0, 1);
        for (const { impact } of said.factors) expect(impact).to.be.within(-1, 1);
      }
    }
  });

  it('takes a value that is no number as unknown', () => {
    const said = last(times(10, () => ({ rtt: Number.NaN, packetLoss: 0, jitter: Number.NaN, availableBps: Number.NaN })));
    expect(said.factors.map(({ metric }) => metric)).to.deep.equal(['packetLoss']);
    expect(said.level).to.equal('excellent');
    expect(said.confidence).to.be.within(0, 0.4);
  });

  it('never expects a better level of a history that was nowhere better', () => {
    const random = seeded(11);
    for (let run = 0; run < 300; run += 1) {
      const history = drifting(random, 0.1);
      const worse = history.map((values): Values => {
        const more = (value: number | null): number | null => (value === null ? null : value * (1 + random()) + 5 * random());
        return { ...values, rtt: more(values.rtt), packetLoss: more(values.packetLoss), jitter: more(values.jitter) };
      });
      const [levels, worseLevels] = [history, worse].map((each) => forecasts(each).map((said) => (said === null ? -1 : rank(said.level))));
      levels?.forEach((level, index) => expect(worseLevels?.[index] ?? -1).to.be.at.least(level));
    }
  });
});
