import { expect } from '@open-wc/testing';
import { ConnectionRating } from '../../../src/quality/connection-rating.js';
import type { QualityLevel } from '../../../src/quality/network-stats.js';
import { rate } from '../../../src/quality/quality-level.js';
import { TRACE_NAMES } from '../../support/traces/contest.js';
import { parseTrace, traceSamples, type Trace } from '../../support/traces/trace-samples.js';

const WINDOW_MS = 20_000;
/** What was before still shows in what is measured, for as long. */
const ECHO_MS = 8000;

/** The shape of a page wavers by itself: these differences are none. `share` is of the largest value. */
const WAVERING: Readonly<Record<string, { readonly by: number; readonly share: number }>> = {
  latencyMs: { by: 5, share: 0.15 },
  spreadMs: { by: 4, share: 0 },
  packetLoss: { by: 0.5, share: 0 },
  kbps: { by: 0, share: 0.15 },
};

async function load(name: string): Promise<{ readonly call: string; readonly trace: Trace }> {
  const answer = await fetch(new URL(`../../support/traces/${name}.jsonl`, import.meta.url));
  // The name ends with page and connection.
  return { call: name.slice(0, -2), trace: parseTrace(await answer.text()) };
}

function isConstant({ columns, rows }: Trace, fromMs: number, toMs: number): boolean {
  const within = rows.filter(([atMs]) => (atMs ?? 0) >= fromMs && (atMs ?? 0) <= toMs);
  return Object.entries(WAVERING).every(([name, { by, share }]) => {
    const values = within.flatMap((row) => row[columns.indexOf(name)] ?? []);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return most - least <= Math.max(by, share * most);
  });
}

/** The times at which a level changed. */
function changes(trace: Trace, levelOf: (sample: ReturnType<typeof traceSamples>[number]) => QualityLevel | undefined): readonly number[] {
  const times: number[] = [];
  let last: QualityLevel | undefined;
  for (const sample of traceSamples(trace)) {
    const level = levelOf(sample);
    if (level === undefined) continue;
    if (last !== undefined && level !== last) times.push(sample.network.timestamp);
    last = level;
  }
  return times;
}

describe('ConnectionRating in every 20 seconds of recorded calls', () => {
  it('changes its level at most once while no page of the call has another network', async () => {
    const all = await Promise.all(TRACE_NAMES.map(load));
    const counts = { shown: 0, shownAtAll: 0, measured: 0, constantMs: 0 };
    for (const { call, trace } of all) {
      const pages = all.filter((other) => other.call === call).map((other) => other.trace);
      const isQuiet = (fromMs: number, toMs: number): boolean => pages.every((page) => isConstant(page, fromMs - ECHO_MS, toMs));
      const tooClose = (times: readonly number[]): readonly number[] =>
        times.filter((atMs, index) => index > 0 && atMs - times[index - 1]! < WINDOW_MS);
      const inQuiet = (times: readonly number[]): number =>
        tooClose(times).filter((atMs) => isQuiet(times[times.indexOf(atMs) - 1]!, atMs)).length;
      const rating = new ConnectionRating();
      const shown = changes(trace, (sample) => rating.add(sample, null, false)?.level);
      counts.shown += inQuiet(shown);
      counts.shownAtAll += tooClose(shown).length;
      counts.measured += inQuiet(changes(trace, (sample) => rate(sample.network)?.level));
      trace.rows.forEach(([atMs], index) => {
        const before = trace.rows[index - 1]?.[0];
        if (atMs != null && before != null && isQuiet(atMs - WINDOW_MS, atMs)) counts.constantMs += atMs - before;
      });
    }
    expect(counts.constantMs).to.be.above(120_000);
    // So that there is something to find: what is measured flaps even then.
    expect(counts.measured).to.be.above(10);
    expect(counts.shown, `of ${counts.shownAtAll} in all`).to.equal(0);
  });
});
