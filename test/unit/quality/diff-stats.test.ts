import { expect } from '@open-wc/testing';
import { diffStats } from '../../../src/quality/diff-stats.js';
import type { NetworkStats } from '../../../src/quality/network-stats.js';

type Stat = Record<string, unknown> & { id: string; type: string };

/** What browsers answer: a map of id to statistic. Every one gets the report's time unless it has its own. */
function report(timestamp: number, ...stats: Stat[]): RTCStatsReport {
  return new Map(stats.map((stat) => [stat.id, { timestamp, ...stat }]));
}

const inbound = (patch: object): Stat => ({ id: 'in', type: 'inbound-rtp', ssrc: 1, packetsReceived: 0, packetsLost: 0, ...patch });

function networkOf(previous: RTCStatsReport, current: RTCStatsReport): NetworkStats | null {
  return diffStats(previous, current)?.network ?? null;
}

describe('diffStats', () => {
  it('divides differences of sums by differences of counts', () => {
    const before = report(
      1000,
      { id: 't', type: 'transport', selectedCandidatePairId: 'p', bytesSent: 1000, bytesReceived: 2000 },
      { id: 'p', type: 'candidate-pair', totalRoundTripTime: 1, responsesReceived: 10, currentRoundTripTime: 0.9 },
      inbound({ packetsReceived: 100, packetsLost: 5, jitter: 0.5 }),
    );
    const after = report(
      3000,
      { id: 't', type: 'transport', selectedCandidatePairId: 'p', bytesSent: 26_000, bytesReceived: 27_000 },
      { id: 'p', type: 'candidate-pair', totalRoundTripTime: 1.2, responsesReceived: 12, currentRoundTripTime: 0.9 },
      inbound({ packetsReceived: 190, packetsLost: 15, jitter: 0.02 }),
    );
    const stats = networkOf(before, after)!;
    expect(stats.rtt).to.be.closeTo(100, 1e-6);
    expect(stats.packetLoss).to.be.closeTo(10, 1e-9);
    expect(stats.jitter).to.equal(20);
    expect(stats.bandwidth).to.equal(200_000);
    expect(stats.timestamp).to.equal(3000);
  });

  it('takes the worse direction', () => {
    const out = (patch: object): Stat => ({ id: 'out', type: 'outbound-rtp', ssrc: 2, packetsSent: 0, ...patch });
    const remote = (patch: object): Stat => ({ id: 'remote', type: 'remote-inbound-rtp', ssrc: 2, localId: 'out', ...patch });
    const before = report(0, inbound({}), out({}), remote({}));
    const after = report(
      2000,
      inbound({ packetsReceived: 100, jitter: 0.01 }),
      out({ packetsSent: 100 }),
      remote({ fractionLost: 0.25, jitter: 0.03, roundTripTime: 0.2 }),
    );
    const stats = networkOf(before, after)!;
    expect(stats.packetLoss).to.equal(25);
    expect(stats.jitter).to.equal(30);
    expect(stats.rtt).to.equal(200);
  });

  it('counts late packets that were taken for lost as no loss, never as a negative one', () => {
    const stats = networkOf(
      report(0, inbound({ packetsReceived: 100, packetsLost: 20 })),
      report(2000, inbound({ packetsReceived: 200, packetsLost: 10 })),
    )!;
    expect(stats.packetLoss).to.equal(0);
  });

  it('does not let the late packets of one stream hide the losses of another', () => {
    const streams = (lostByOne: number, lostByOther: number, received: number): Stat[] => [
      inbound({ packetsReceived: received, packetsLost: lostByOne }),
      inbound({ id: 'in2', ssrc: 2, packetsReceived: received, packetsLost: lostByOther }),
    ];
    const stats = networkOf(report(0, ...streams(20, 0, 0)), report(2000, ...streams(10, 10, 95)))!;
    expect(stats.packetLoss).to.equal(5);
  });

  it('counts a stream of which only losses came as lost', () => {
    const stats = networkOf(
      report(0, inbound({ packetsReceived: 100 })),
      report(2000, inbound({ packetsReceived: 100, packetsLost: 10 })),
    )!;
    expect(stats.packetLoss).to.equal(100);
  });

  it('drops a statistic whose counter went down', () => {
    const other = { id: 't', type: 'transport', bytesSent: 0, bytesReceived: 0 };
    const stats = networkOf(
      report(0, other, inbound({ packetsReceived: 500, packetsLost: 5 })),
      report(2000, other, inbound({ packetsReceived: 10, packetsLost: 9 })),
    )!;
    expect(stats.packetLoss).to.equal(null);
    expect(stats.jitter).to.equal(null);
  });

  it('does not compare streams of different sources that share an id', () => {
    const stats = networkOf(report(0, inbound({ ssrc: 1 })), report(2000, inbound({ ssrc: 9, packetsReceived: 90, packetsLost: 10 })));
    expect(stats).to.equal(null);
  });

  it('says null, not zero, for what is missing', () => {
    const stats = networkOf(report(0, inbound({})), report(2000, inbound({})))!;
    expect(stats).to.deep.equal({ rtt: null, jitter: null, packetLoss: null, bandwidth: null, timestamp: 2000 });
  });

  it('is null when no time passed, and when there is nothing to compare', () => {
    expect(networkOf(report(1000, inbound({})), report(1000, inbound({ packetsReceived: 5 })))).to.equal(null);
    expect(networkOf(report(0), report(2000))).to.equal(null);
  });

  it('uses the time of the statistics for the bandwidth', () => {
    const transport = (timestamp: number, bytesSent: number): Stat => ({ id: 't', type: 'transport', timestamp, bytesSent });
    expect(networkOf(report(0, transport(500, 0)), report(9999, transport(1000, 1000)))!.bandwidth).to.equal(16_000);
  });
});
