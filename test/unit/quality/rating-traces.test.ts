import { expect } from '@open-wc/testing';
import { ConnectionRating } from '../../../src/quality/connection-rating.js';
import type { QualityLevel } from '../../../src/quality/network-stats.js';
import { rate } from '../../../src/quality/quality-level.js';
import { parseTrace, traceSamples, type Trace } from '../../support/traces/trace-samples.js';

const SHAPES = ['excellent', 'wifi', '4g', '3g'] as const;
const CALLS = ['0a0', '0b0', '0b1', '0c0', '2a0', '2a1', '2b0', '2b1', '2c0', '2c1'] as const;

async function read(name: string): Promise<Trace> {
  const answer = await fetch(new URL(`../../support/traces/${name}.jsonl`, import.meta.url));
  return parseTrace(await answer.text());
}

interface Changes {
  shown: number;
  measured: number;
  durationMs: number;
}

function count(trace: Trace): Changes {
  const rating = new ConnectionRating();
  const changes: Changes = { shown: 0, measured: 0, durationMs: 0 };
  let before: { shown: QualityLevel; measured: QualityLevel } | null = null;
  for (const sample of traceSamples(trace)) {
    changes.durationMs += sample.elapsedMs;
    const shown = rating.add(sample, null, false)?.level;
    const measured = rate(sample.network)?.level;
    if (shown === undefined || measured === undefined) continue;
    if (before !== null && before.shown !== shown) changes.shown += 1;
    if (before !== null && before.measured !== measured) changes.measured += 1;
    before = { shown, measured };
  }
  return changes;
}

describe('ConnectionRating on recorded calls', () => {
  for (const shape of SHAPES) {
    it(`changes its level at most once in 20 seconds, though the network of ${shape} changes as well`, async () => {
      const all = (await Promise.all(CALLS.map((call) => read(`${shape}-${call}`)))).map(count);
      const total = (key: keyof Changes): number => all.reduce((sum, changes) => sum + changes[key], 0);
      expect(total('durationMs')).to.be.above(300_000);
      expect(total('shown') / (total('durationMs') / 20_000)).to.be.at.most(1);
      expect(total('shown')).to.be.at.most(total('measured') / 2);
    });
  }
});
