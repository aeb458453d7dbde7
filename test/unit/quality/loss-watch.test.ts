import { expect } from '@open-wc/testing';
import { LossWatch, type LossSign } from '../../../src/quality/loss-watch.js';
import { createRandom } from '../../support/link-simulator.js';

interface Line {
  /** Lost of what is sent, 0 to 1, by the time in milliseconds. */
  readonly loss: (atMs: number) => number;
  readonly packetsPerSecond?: number;
  readonly durationMs?: number;
  readonly seed?: number;
}

const LOOK_MS = 250;

function report(atMs: number, sent: number, lost: number, patch: object = {}): RTCStatsReport {
  const video = {
    id: 'v',
    type: 'outbound-rtp',
    kind: 'video',
    ssrc: 1,
    timestamp: atMs,
    packetsSent: sent,
    retransmittedPacketsSent: lost,
  };
  return new Map([['v', { ...video, ...patch }]]);
}

/** What was said, with its times. */
function watch({ loss, packetsPerSecond = 36, durationMs = 60_000, seed = 1 }: Line): readonly { atMs: number; sign: LossSign }[] {
  const random = createRandom(seed);
  const watched = new LossWatch();
  const said: { atMs: number; sign: LossSign }[] = [];
  let sent = 0;
  let lost = 0;
  for (let atMs = 0; atMs < durationMs; atMs += LOOK_MS) {
    for (let packet = 0; packet < (packetsPerSecond * LOOK_MS) / 1000; packet += 1) {
      sent += 1;
      if (random() >= loss(atMs)) continue;
      sent += 1;
      lost += 1;
    }
    const sign = watched.add([report(1_000_000 + atMs, sent, lost)]);
    if (sign !== null) said.push({ atMs, sign });
  }
  return said;
}

/** What is said in a row counts once. */
const episodes = (times: readonly number[]): number => times.filter((atMs, index) => atMs - (times[index - 1] ?? -Infinity) > 2000).length;
const sure = (line: Line): readonly number[] => watch(line).flatMap(({ atMs, sign }) => (sign === 'sure' ? [atMs] : []));
const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
const startsAt = (atMs: number, share: number) => (nowMs: number) => (nowMs < atMs ? 0 : share);

describe('LossWatch', () => {
  it('sees 15 % within two seconds, also of a small picture', () => {
    const late = (packetsPerSecond: number): number[] =>
      seeds
        .map((seed) => (sure({ loss: startsAt(20_000, 0.15), packetsPerSecond, seed })[0] ?? Infinity) - 20_000 + LOOK_MS)
        .filter((delayMs) => delayMs > 2000);
    expect(late(36).length).to.be.at.most(8);
    expect(late(120)).to.deep.equal([]);
  });

  it('says nothing of a line that always lost as much, and hardly ever says so by chance', () => {
    for (const share of [0, 0.01, 0.03, 0.05]) {
      const alarms = seeds.reduce((sum, seed) => sum + episodes(sure({ loss: () => share, seed }).filter((atMs) => atMs > 20_000)), 0);
      // Of 67 minutes.
      expect(alarms, `${String(share * 100)} %`).to.be.at.most(10);
    }
  });

  it('does not take one gap for more, nor what a new connection loses', () => {
    const gap = (atMs: number): number => (atMs === 20_000 || atMs === 20_250 ? 0.9 : 0);
    for (const seed of seeds) expect(sure({ loss: gap, seed })).to.deep.equal([]);
    for (const seed of seeds) expect(sure({ loss: (atMs) => (atMs < 6000 ? 0.15 : 0), seed, durationMs: 7500 })).to.deep.equal([]);
  });

  it('takes some for a sign that is not sure', () => {
    const first = seeds.map((seed) => watch({ loss: startsAt(20_000, 0.1), seed }).find(({ atMs }) => atMs >= 20_000)?.sign);
    expect(first.filter((sign) => sign === 'some').length).to.be.above(50);
  });

  it('counts nothing that was started anew, is missing, or is no picture', () => {
    const watched = new LossWatch();
    const add = (atMs: number, sent: number, lost: number, patch: object = {}): LossSign | null =>
      watched.add([report(atMs, sent, lost, patch)]);
    for (let atMs = 1000; atMs <= 12_000; atMs += 1000) expect(add(atMs, atMs, 0)).to.equal(null);
    for (let atMs = 13_000; atMs < 15_000; atMs += LOOK_MS) expect(add(atMs, atMs, atMs / 10, { kind: 'audio' })).to.equal(null);
    for (let atMs = 15_000; atMs < 16_000; atMs += LOOK_MS)
      expect(add(atMs, atMs, 0, { retransmittedPacketsSent: undefined })).to.equal(null);
    expect(add(17_000, 20_000, 5000, { ssrc: 2 })).to.equal(null);
    expect(add(17_250, 100, 50, { ssrc: 2 })).to.equal(null);
    expect(watched.isSuspicious).to.equal(false);
  });
});
