import type { NetworkStats } from './network-stats.js';

type Stat = Readonly<Record<string, unknown>>;
/** A statistic with its elder of the interval before; both have the same key and no counter went down. */
interface Pair {
  readonly before: Stat;
  readonly now: Stat;
}

/** Only ever grow; one that fell means a restart, and the interval tells nothing. `packetsLost` may fall: late packets. */
const COUNTERS = [
  'bytesSent',
  'bytesReceived',
  'packetsSent',
  'packetsReceived',
  'totalRoundTripTime',
  'roundTripTimeMeasurements',
  'responsesReceived',
] as const;

/**
 * What happened on one connection between two `getStats()` reports, by the reports' own timestamps.
 * Null when no time passed or nothing can be compared; a value that is missing or was reset is null, never zero.
 * Formulae: W3C webrtc-stats, "Guidelines for design of stats objects" (differences of sums over differences of counts).
 */
export function diffStats(previous: RTCStatsReport, current: RTCStatsReport): NetworkStats | null {
  const pairs = pairUp(previous, current);
  const path = selectedPath(pairs, current);
  const timestamp = latestTimestamp(pairs);
  if (timestamp === null) return null;
  const inbound = ofType(pairs, 'inbound-rtp').filter((pair) => (delta(pair, 'packetsReceived') ?? 0) > 0);
  const outbound = new Map(ofType(pairs, 'outbound-rtp').map((pair) => [pair.now['id'], pair]));
  const remote = ofType(pairs, 'remote-inbound-rtp').filter((pair) => sentOf(pair, outbound) !== 0);
  return Object.freeze({
    rtt: roundTripMs(path, remote),
    jitter: toMs(largest([...inbound, ...remote].map((pair) => numberOf(pair.now, 'jitter')))),
    packetLoss: clampPercent(largest([lossIn(inbound, ofType(pairs, 'inbound-rtp')), lossOut(remote, outbound)])),
    bandwidth: bitsPerSecond(pairs, path),
    timestamp,
  });
}

function pairUp(previous: RTCStatsReport, current: RTCStatsReport): readonly Pair[] {
  const before = new Map<string, Stat>();
  previous.forEach((stat: Stat) => before.set(keyOf(stat), stat));
  const pairs: Pair[] = [];
  current.forEach((now: Stat) => {
    const elder = before.get(keyOf(now));
    if (elder === undefined || COUNTERS.some((counter) => isLess(now, elder, counter))) return;
    pairs.push({ before: elder, now });
  });
  return pairs;
}

function keyOf(stat: Stat): string {
  return `${String(stat['type'])} ${String(stat['id'])} ${String(stat['ssrc'])}`;
}

function isLess(now: Stat, before: Stat, member: string): boolean {
  const value = numberOf(now, member);
  const old = numberOf(before, member);
  return value !== null && old !== null && value < old;
}

function ofType(pairs: readonly Pair[], type: string): readonly Pair[] {
  return pairs.filter((pair) => pair.now['type'] === type);
}

/** The newest time of what can be compared; null when nothing moved on, as when the browser answers from its cache. */
function latestTimestamp(pairs: readonly Pair[]): number | null {
  return largest(pairs.filter((pair) => (delta(pair, 'timestamp') ?? 0) > 0).map((pair) => numberOf(pair.now, 'timestamp')));
}

/** The candidate pair in use: named by the transport, or, where that is not told, marked by the browser. */
function selectedPath(pairs: readonly Pair[], current: RTCStatsReport): { readonly now: Stat; readonly pair: Pair | null } | null {
  let named: unknown = null;
  let marked: Stat | null = null;
  current.forEach((stat: Stat) => {
    if (stat['type'] === 'transport' && typeof stat['selectedCandidatePairId'] === 'string') named = stat['selectedCandidatePairId'];
    if (stat['type'] === 'candidate-pair' && (stat['selected'] === true || (stat['nominated'] === true && stat['state'] === 'succeeded')))
      marked = stat;
  });
  const now = (typeof named === 'string' ? (current.get(named) as Stat | undefined) : undefined) ?? (marked as Stat | null);
  if (now === null) return null;
  return { now, pair: pairs.find((pair) => pair.now === now) ?? null };
}

function roundTripMs(path: ReturnType<typeof selectedPath>, remote: readonly Pair[]): number | null {
  const average = path?.pair == null ? null : ratio(delta(path.pair, 'totalRoundTripTime'), delta(path.pair, 'responsesReceived'));
  const latest = path === null ? null : numberOf(path.now, 'currentRoundTripTime');
  return toMs(average ?? latest ?? largest(remote.map((pair) => numberOf(pair.now, 'roundTripTime'))));
}

function lossIn(moving: readonly Pair[], all: readonly Pair[]): number | null {
  // Lost packets of a stream of which nothing came count as well: that is the worst loss there is.
  const stalled = all.filter((pair) => delta(pair, 'packetsReceived') === 0 && (delta(pair, 'packetsLost') ?? 0) > 0);
  let lost = 0;
  let received = 0;
  for (const pair of [...moving, ...stalled]) {
    const lostHere = delta(pair, 'packetsLost');
    if (lostHere === null) continue;
    lost += Math.max(0, lostHere);
    received += delta(pair, 'packetsReceived') ?? 0;
  }
  return toPercent(ratio(lost, lost + received));
}

function lossOut(remote: readonly Pair[], outbound: ReadonlyMap<unknown, Pair>): number | null {
  let lost = 0;
  let sent = 0;
  for (const pair of remote) {
    const sentHere = sentOf(pair, outbound);
    const fraction = numberOf(pair.now, 'fractionLost');
    const lostHere = fraction !== null && sentHere !== null ? fraction * sentHere : delta(pair, 'packetsLost');
    if (sentHere === null || lostHere === null) continue;
    lost += Math.max(0, lostHere);
    sent += sentHere;
  }
  return toPercent(ratio(lost, sent));
}

function sentOf(remote: Pair, outbound: ReadonlyMap<unknown, Pair>): number | null {
  const local = outbound.get(remote.now['localId']);
  return local === undefined ? null : delta(local, 'packetsSent');
}

/** By the transports; where the browser does not count there, by the path; else by the streams. */
function bitsPerSecond(pairs: readonly Pair[], path: ReturnType<typeof selectedPath>): number | null {
  const transports = sumRates(ofType(pairs, 'transport'));
  if (transports !== null) return transports;
  const onPath = path?.pair == null ? null : sumRates([path.pair]);
  return onPath ?? sumRates([...ofType(pairs, 'inbound-rtp'), ...ofType(pairs, 'outbound-rtp')]);
}

function sumRates(pairs: readonly Pair[]): number | null {
  let sum: number | null = null;
  for (const pair of pairs) {
    const sent = delta(pair, 'bytesSent');
    const received = delta(pair, 'bytesReceived');
    const elapsedMs = delta(pair, 'timestamp');
    if ((sent === null && received === null) || elapsedMs === null || elapsedMs <= 0) continue;
    sum = (sum ?? 0) + (((sent ?? 0) + (received ?? 0)) * 8 * 1000) / elapsedMs;
  }
  return sum;
}

function delta(pair: Pair, member: string): number | null {
  const now = numberOf(pair.now, member);
  const before = numberOf(pair.before, member);
  return now === null || before === null ? null : now - before;
}

function numberOf(stat: Stat, member: string): number | null {
  const value = stat[member];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function toMs(seconds: number | null): number | null {
  return seconds === null ? null : Math.max(0, seconds * 1000);
}

function toPercent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

function clampPercent(percent: number | null): number | null {
  return percent === null ? null : Math.min(100, Math.max(0, percent));
}
