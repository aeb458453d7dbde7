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

describe('diffStats, each way', () => {
  const outbound = (patch: object): Stat => ({
    id: 'out',
    type: 'outbound-rtp',
    kind: 'video',
    mid: '1',
    ssrc: 2,
    packetsSent: 0,
    ...patch,
  });
  const remote = (patch: object): Stat => ({ id: 'remote', type: 'remote-inbound-rtp', ssrc: 2, localId: 'out', ...patch });
  const picture = (patch: object): Stat => inbound({ kind: 'video', mid: '1', framesDecoded: 0, ...patch });
  const sound = (patch: object): Stat => inbound({ id: 'sound', kind: 'audio', mid: '0', ssrc: 3, ...patch });

  it('does not take a picture that is not sent for one that is held back', () => {
    const held = (bandwidth: number, framesEncoded: number): Stat =>
      outbound({ framesEncoded, qualityLimitationDurations: { none: 0, bandwidth, cpu: 0, other: 0 } });
    expect(diffStats(report(0, held(1, 40)), report(2000, held(3, 40)))?.up.bandwidthLimitedShare).to.equal(null);
    expect(diffStats(report(0, held(1, 40)), report(2000, held(3, 41)))?.up.bandwidthLimitedShare).to.equal(1);
  });

  it('tells what was sent and what holds it back', () => {
    const path = { id: 'p', type: 'candidate-pair', nominated: true, state: 'succeeded', availableOutgoingBitrate: 800_000 };
    const durations = (bandwidth: number, cpu: number): object => ({ qualityLimitationDurations: { none: 9, bandwidth, cpu, other: 0 } });
    const sample = diffStats(
      report(0, path, outbound({ bytesSent: 0, ...durations(1, 5) }), remote({ packetsLost: 0 })),
      report(
        2000,
        path,
        outbound({ packetsSent: 200, bytesSent: 100_000, ...durations(2.5, 5.2) }),
        remote({ fractionLost: 0.05, jitter: 0.004 }),
      ),
    )!;
    expect(sample.elapsedMs).to.equal(2000);
    expect(sample.up.lossPercent).to.be.closeTo(5, 1e-9);
    expect(sample.up.bandwidthLimitedShare).to.be.closeTo(0.75, 1e-9);
    expect(sample.up.processorLimitedShare).to.be.closeTo(0.1, 1e-9);
    const { jitterMs, bitrateBps, availableBps, packetCount } = sample.up;
    expect({ jitterMs, bitrateBps, availableBps, packetCount }).to.deep.equal({
      jitterMs: 4,
      bitrateBps: 400_000,
      availableBps: 800_000,
      packetCount: 200,
    });
    expect(sample.down.lossPercent).to.equal(null);
  });

  it('tells what came: delay, what was made up while somebody spoke, freezes, frames', () => {
    const before = [
      sound({
        jitterBufferDelay: 10,
        jitterBufferEmittedCount: 1000,
        concealedSamples: 0,
        silentConcealedSamples: 0,
        totalSamplesReceived: 0,
      }),
      picture({ framesDecoded: 100, totalFreezesDuration: 1, framesReceived: 100, framesDropped: 0 }),
    ];
    const after = [
      sound({
        packetsReceived: 100,
        jitterBufferDelay: 110,
        jitterBufferEmittedCount: 2000,
        concealedSamples: 6000,
        silentConcealedSamples: 1200,
        totalSamplesReceived: 96_000,
      }),
      picture({
        packetsReceived: 300,
        bytesReceived: 50_000,
        framesDecoded: 150,
        totalFreezesDuration: 1.5,
        framesReceived: 160,
        framesDropped: 6,
        frameWidth: 640,
        frameHeight: 360,
      }),
    ];
    const { down } = diffStats(report(0, ...before), report(2000, ...after))!;
    expect(down.playoutDelayMs).to.be.closeTo(100, 1e-9);
    expect(down.concealedShare).to.be.closeTo(0.05, 1e-9);
    expect(down.frozenShare).to.be.closeTo(0.25, 1e-9);
    expect(down.droppedShare).to.be.closeTo(0.1, 1e-9);
    expect([down.frameRate, down.width, down.height, down.packetCount]).to.deep.equal([25, 640, 360, 400]);
  });

  it('knows a freeze that is not over by packets that make no frame', () => {
    const { down } = diffStats(
      report(0, picture({ totalFreezesDuration: 0 })),
      report(2000, picture({ packetsReceived: 50, totalFreezesDuration: 0 })),
    )!;
    expect([down.frozenShare, down.frameRate]).to.deep.equal([1, 0]);
  });

  it('knows nothing of a camera that is off', () => {
    const { down } = diffStats(report(0, picture({})), report(2000, picture({})))!;
    expect([down.frozenShare, down.frameRate, down.jitterMs]).to.deep.equal([null, null, null]);
  });

  it("does not take a screen's frames for the camera's", () => {
    const screen = (patch: object): Stat => picture({ id: 'screen', mid: '2', ssrc: 5, ...patch });
    const { down } = diffStats(
      report(0, screen({}), picture({})),
      report(2000, screen({ packetsReceived: 9, framesDecoded: 10, frameWidth: 1920 }), picture({ packetsReceived: 9, framesDecoded: 50 })),
    )!;
    expect([down.frameRate, down.width]).to.deep.equal([25, null]);
  });

  it('does not take an old report of the other side for an interval without loss', () => {
    const old = remote({ timestamp: 0, packetsLost: 3 });
    expect(diffStats(report(0, outbound({}), old), report(2000, outbound({ packetsSent: 100 }), old))!.up.lossPercent).to.equal(null);
  });

  it('clamps shares at the end only', () => {
    const before = report(0, picture({ totalFreezesDuration: 0, framesDecoded: 1 }));
    const after = report(2000, picture({ packetsReceived: 5, framesDecoded: 2, totalFreezesDuration: 7 }));
    expect(diffStats(before, after)!.down.frozenShare).to.equal(1);
  });
});
