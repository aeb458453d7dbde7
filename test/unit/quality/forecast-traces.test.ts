import { expect } from '@open-wc/testing';
import { CONTENDERS, TRACE_NAMES, isHeldOut } from '../../support/traces/contest.js';
import { judgeForecast, type Verdict } from '../../support/traces/judge-forecast.js';
import { parseTrace, traceSamples, type Trace } from '../../support/traces/trace-samples.js';

const MINUTE_MS = 60_000;

async function loadTraces(): Promise<readonly Trace[]> {
  return Promise.all(
    TRACE_NAMES.map(async (name) => {
      const response = await fetch(new URL(`../../support/traces/${name}.jsonl`, import.meta.url));
      return parseTrace(await response.text());
    }),
  );
}

/** The figures of bench/forecast.mjs, with a margin. */
describe('Forecaster on recorded calls', () => {
  let traces: readonly Trace[] = [];
  const verdicts = (chosen: readonly Trace[]): Readonly<Record<string, Verdict>> =>
    Object.fromEntries(Object.entries(CONTENDERS).map(([name, oracle]) => [name, judgeForecast(chosen.map(traceSamples), oracle)]));

  before(async () => {
    traces = await loadTraces();
  });

  it('has more than an hour of them, of four shapes, a quarter or more held out', () => {
    const minutesOf = (chosen: readonly Trace[]): number =>
      chosen.flatMap(traceSamples).reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / MINUTE_MS;
    expect(minutesOf(traces)).to.be.above(60);
    expect(new Set(traces.map(({ shape }) => shape))).to.have.length(4);
    expect(new Set(traces.filter(isHeldOut).map(({ shape }) => shape))).to.have.length(4);
    expect(minutesOf(traces.filter(isHeldOut))).to.be.above(minutesOf(traces) / 4);
  });

  it('is better than "it stays as it is" also where nobody tells what a line can carry', () => {
    for (const isOfHeldOut of [false, true]) {
      const judged = verdicts(traces.filter((trace) => isHeldOut(trace) === isOfHeldOut));
      const [{ precision, recall, medianLeadMs, falseIn10Min, levelsOff }, other] = [
        judged['forecast without estimates']!,
        judged['as the last sample']!,
      ];
      expect(precision).to.be.above(other.precision + 0.05);
      expect(recall).to.be.above(other.recall + 0.05);
      expect(medianLeadMs).to.be.at.least(other.medianLeadMs);
      expect(falseIn10Min).to.be.below(0.8 * other.falseIn10Min);
      expect(levelsOff).to.be.below(other.levelsOff);
    }
  });

  for (const isOfHeldOut of [false, true]) {
    const what = isOfHeldOut ? 'held-out calls' : 'calls it was built on';
    it(`warns in time on ${what}`, () => {
      const { forecast } = verdicts(traces.filter((trace) => isHeldOut(trace) === isOfHeldOut));
      expect(forecast?.troubles).to.be.at.least(30);
      expect(forecast?.precision).to.be.at.least(0.62);
      expect(forecast?.recall).to.be.at.least(0.58);
      expect(forecast?.medianLeadMs).to.be.at.least(7000);
      expect(forecast?.falseIn10Min).to.be.at.most(5.5);
      expect(forecast?.falseIn10GoodMin).to.be.at.most(1);
    });

    it(`is better than "it stays as it is" on ${what}`, () => {
      const { forecast, 'as the last sample': other } = verdicts(traces.filter((trace) => isHeldOut(trace) === isOfHeldOut));
      if (forecast === undefined || other === undefined) throw new Error('nothing to compare');
      expect(forecast.precision).to.be.above(other.precision + 0.1);
      expect(forecast.recall).to.be.above(other.recall + 0.08);
      expect(forecast.medianLeadMs).to.be.at.least(other.medianLeadMs + 1000);
      expect(forecast.falseIn10Min).to.be.below(0.7 * other.falseIn10Min);
      expect(forecast.levelsOff).to.be.below(other.levelsOff - 0.08);
      expect(forecast.accuracy).to.be.above(other.accuracy + 0.03);
    });
  }
});
