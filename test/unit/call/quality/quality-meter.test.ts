import { expect } from '@open-wc/testing';
import { Emitter } from '../../../../src/base/emitter.js';
import { silentLogger } from '../../../../src/base/logger.js';
import type { CallEvents, Quality } from '../../../../src/call/call.js';
import { QualityMeter, type QualityMeterOptions } from '../../../../src/call/quality/quality-meter.js';
import type { ConnectionSample } from '../../../../src/quality/connection-sample.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { settle } from '../../../support/call-harness.js';

interface Line {
  rttMs: number;
  lostShare: number;
}

/** Connections by the statistics that a browser would give of them. */
class Bench {
  readonly clock = createFakeClock();
  readonly lines = new Map<string, Line>();
  readonly shown = new Map<string | null, Quality | null>();
  readonly changes: CallEvents['quality-changed'][] = [];
  readonly stats: CallEvents['stats-updated'][] = [];
  readonly samples: { readonly participantId: string; readonly sample: ConnectionSample; readonly wasRated: boolean }[] = [];
  readonly meter: QualityMeter;
  asked = 0;
  readonly #sums = new Map<string, { received: number; lost: number }>();

  constructor(options: Partial<QualityMeterOptions> = {}) {
    const emitter = new Emitter<CallEvents>();
    emitter.on('quality-changed', (event) => this.changes.push(event));
    emitter.on('stats-updated', (event) => this.stats.push(event));
    this.meter = new QualityMeter({
      getStats: () => Promise.resolve(this.#reports()),
      clock: this.clock,
      logger: silentLogger,
      emitter,
      onQuality: (id, quality) => this.shown.set(id, quality),
      onSample: (participantId, sample) => this.samples.push({ participantId, sample, wasRated: this.shown.has(participantId) }),
      ...options,
    });
  }

  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.clock.pass(1000);
      await settle();
    }
  }

  #reports(): ReadonlyMap<string, RTCStatsReport> {
    this.asked += 1;
    const timestamp = this.clock.now();
    const reports = new Map<string, RTCStatsReport>();
    for (const [id, { rttMs, lostShare }] of this.lines) {
      const sums = this.#sums.get(id) ?? { received: 0, lost: 0 };
      this.#sums.set(id, { received: sums.received + 1000 * (1 - lostShare), lost: sums.lost + 1000 * lostShare });
      const path = { id: 'p', type: 'candidate-pair', timestamp, nominated: true, state: 'succeeded', currentRoundTripTime: rttMs / 1000 };
      const sound = { id: 'in', type: 'inbound-rtp', kind: 'audio', timestamp, packetsReceived: sums.received, packetsLost: sums.lost };
      reports.set(
        id,
        new Map<string, unknown>([
          ['p', path],
          ['in', sound],
        ]),
      );
    }
    return reports;
  }
}

describe('QualityMeter', () => {
  it('tells the public figures and the whole sample of each interval, the sample before it is rated', async () => {
    const bench = new Bench();
    bench.lines.set('a', { rttMs: 30, lostShare: 0 });
    await bench.pass(4);
    expect(bench.stats).to.have.length(1);
    expect(bench.stats[0]!.participantId).to.equal('a');
    expect(Object.keys(bench.stats[0]!.stats).sort()).to.deep.equal(['bandwidth', 'jitter', 'packetLoss', 'rtt', 'timestamp']);
    expect(bench.samples.map(({ participantId, wasRated }) => [participantId, wasRated])).to.deep.equal([['a', false]]);
    expect(bench.samples[0]!.sample.network).to.equal(bench.stats[0]!.stats);
    expect(bench.shown.get('a')).to.deep.equal({ level: 'excellent', score: 88 });
    bench.meter.close();
  });

  it('measures each second while a connection is poor, and each two when none is', async () => {
    const bench = new Bench();
    bench.lines.set('a', { rttMs: 300, lostShare: 0 });
    await bench.pass(4);
    const before = bench.asked;
    await bench.pass(4);
    expect(bench.asked - before).to.equal(4);
    bench.lines.set('a', { rttMs: 10, lostShare: 0 });
    await bench.pass(60);
    const after = bench.asked;
    await bench.pass(4);
    expect(bench.asked - after).to.equal(2);
    bench.lines.set('a', { rttMs: 900, lostShare: 0 });
    await bench.pass(6);
    bench.meter.remove('a');
    bench.lines.clear();
    const gone = bench.asked;
    await bench.pass(4);
    expect(bench.asked - gone, 'when the poor one has gone').to.equal(2);
    bench.meter.close();
  });

  it('says that a level changed once, not with each score', async () => {
    const bench = new Bench();
    bench.lines.set('a', { rttMs: 10, lostShare: 0 });
    await bench.pass(20);
    for (const rttMs of [14, 18, 22, 300, 310, 320, 330]) {
      bench.lines.set('a', { rttMs, lostShare: 0 });
      await bench.pass(2);
    }
    const levels = (id: string | null): string[] =>
      bench.changes.filter(({ participantId }) => participantId === id).map(({ level }) => level);
    expect(levels('a')[0]).to.equal('excellent');
    expect(levels('a').at(-1)).to.equal('poor');
    expect(levels('a').length).to.be.at.most(3);
    expect(levels(null)).to.deep.equal(levels('a'));
    bench.meter.close();
  });

  it('rates the call by its worst connection, and says whose fault it is', async () => {
    const bench = new Bench();
    bench.lines.set('a', { rttMs: 10, lostShare: 0 });
    bench.lines.set('b', { rttMs: 10, lostShare: 0.06 });
    await bench.pass(12);
    expect(bench.shown.get('a')!.level).to.equal('excellent');
    expect(bench.shown.get('b')).to.deep.include({ level: 'poor', cause: 'remote' });
    expect(bench.shown.get(null)).to.equal(bench.shown.get('b'));
    bench.lines.set('a', { rttMs: 10, lostShare: 0.06 });
    await bench.pass(12);
    expect(bench.shown.get('a')!.cause).to.equal('network-down');
    expect(bench.shown.get('b')!.cause).to.equal('network-down');
    bench.meter.close();
    expect(bench.shown.get(null)).to.equal(null);
  });

  it('forgets one who leaves while the statistics are being read', async () => {
    const bench = new Bench();
    bench.lines.set('a', { rttMs: 10, lostShare: 0 });
    bench.lines.set('b', { rttMs: 900, lostShare: 0 });
    await bench.pass(8);
    const told = bench.stats.filter(({ participantId }) => participantId === 'b').length;
    bench.clock.pass(1000);
    bench.meter.remove('b');
    bench.lines.delete('b');
    await settle();
    await bench.pass(10);
    expect(bench.stats.filter(({ participantId }) => participantId === 'b')).to.have.length(told);
    expect(bench.shown.get(null)!.level).to.equal('excellent');
    bench.meter.close();
  });

  it('asks for how a picture is shown, of whom it rates', async () => {
    const asked: string[] = [];
    const bench = new Bench({
      wantedPicture: (participantId) => {
        asked.push(participantId);
        return null;
      },
    });
    bench.lines.set('a', { rttMs: 10, lostShare: 0 });
    await bench.pass(4);
    expect(asked).to.deep.equal(['a']);
    bench.meter.close();
  });
});
