import type { StreamReport } from './diagnostics-report.js';

type Stat = Readonly<Record<string, unknown>>;

/** Two microphones, cameras, screens and their sounds in each direction; more is not told. */
const STREAMS = 16;
const CODEC = /^(?:audio|video)\/[A-Za-z0-9.-]{1,32}$/;
const LIMITATIONS = ['none', 'cpu', 'bandwidth', 'other'] as const;
/** Numbers only, and none that could hold an address. */
const COUNTERS = [
  'packetsSent',
  'bytesSent',
  'retransmittedPacketsSent',
  'packetsReceived',
  'bytesReceived',
  'packetsLost',
  'packetsDiscarded',
  'nackCount',
  'firCount',
  'pliCount',
  'qpSum',
  'targetBitrate',
  'qualityLimitationResolutionChanges',
  'frameWidth',
  'frameHeight',
  'framesPerSecond',
  'framesEncoded',
  'keyFramesEncoded',
  'totalEncodeTime',
  'framesReceived',
  'framesDecoded',
  'framesDropped',
  'keyFramesDecoded',
  'totalDecodeTime',
  'freezeCount',
  'totalFreezesDuration',
  'pauseCount',
  'totalPausesDuration',
  'jitter',
  'jitterBufferDelay',
  'jitterBufferEmittedCount',
  'concealedSamples',
  'silentConcealedSamples',
  'concealmentEvents',
  'totalSamplesReceived',
] as const;

/** The streams of one connection over which anything went, from its `getStats()`; only what is named here is taken. */
export function describeStreams(report: RTCStatsReport): readonly StreamReport[] {
  const stats: Stat[] = [];
  report.forEach((stat: Stat) => stats.push(stat));
  const byId = new Map(stats.map((stat) => [stat['id'], stat]));
  const remote = new Map(stats.filter(({ type }) => type === 'remote-inbound-rtp').map((stat) => [stat['localId'], stat]));
  const streams: StreamReport[] = [];
  for (const stat of stats) {
    const isSent = stat['type'] === 'outbound-rtp';
    const kind = stat['kind'];
    if ((!isSent && stat['type'] !== 'inbound-rtp') || (kind !== 'audio' && kind !== 'video')) continue;
    const packets = numberOf(stat, isSent ? 'packetsSent' : 'packetsReceived');
    const lost = numberOf(isSent ? remote.get(stat['id']) : stat, 'packetsLost');
    if (packets === null || packets === 0) continue;
    streams.push({
      direction: isSent ? 'sent' : 'received',
      kind,
      codec: codecOf(byId.get(stat['codecId'])),
      qualityLimitationReason: LIMITATIONS.find((reason) => reason === stat['qualityLimitationReason']) ?? null,
      lossPercent: lossPercent(lost, isSent ? packets : packets + Math.max(0, lost ?? 0)),
      counters: countersOf(stat),
    });
  }
  return streams.slice(0, STREAMS);
}

function countersOf(stat: Stat): Readonly<Record<string, number>> {
  const counters: Record<string, number> = {};
  for (const name of COUNTERS) {
    const value = numberOf(stat, name);
    if (value !== null) counters[name] = round(value);
  }
  return counters;
}

function codecOf(stat: Stat | undefined): string | null {
  const type = stat?.['mimeType'];
  return typeof type === 'string' && CODEC.test(type) ? type : null;
}

function lossPercent(lost: number | null, sent: number): number | null {
  return lost === null || sent <= 0 ? null : round(Math.min(100, Math.max(0, (lost / sent) * 100)));
}

function numberOf(stat: Stat | undefined, member: string): number | null {
  const value = stat?.[member];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
