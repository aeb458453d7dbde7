import type { ConnectionSample } from './connection-sample.js';
import { downlinkStats } from './downlink-stats.js';
import { known } from './known.js';
import { StatPair, type Stat } from './stat-pair.js';
import { uplinkStats } from './uplink-stats.js';

/** The candidate pair in use, and how it moved on; that is null where it is new. */
interface Path {
  readonly now: Stat;
  readonly pair: StatPair | null;
}

/**
 * What happened on one connection between two `getStats()` reports, by the reports' own timestamps.
 * Null when no time passed or nothing can be compared; a value that is missing or was reset is null, never zero.
 * Formulae: W3C webrtc-stats, "Guidelines for design of stats objects" (differences of sums over differences of counts).
 */
export function diffStats(previous: RTCStatsReport, current: RTCStatsReport): ConnectionSample | null {
  const pairs = StatPair.all(previous, current);
  const moved = pairs.filter(({ elapsedMs }) => elapsedMs !== null);
  // Null when nothing moved on, as when the browser answers from its cache.
  const timestamp = known.largest(moved.map((pair) => pair.value('timestamp')));
  if (timestamp === null) return null;
  const path = selectedPath(pairs, current);
  const up = uplinkStats(pairs, path?.now ?? null);
  const down = downlinkStats(pairs);
  return Object.freeze({
    network: Object.freeze({
      rtt: roundTripMs(path, pairs),
      jitter: known.largest([down.jitterMs, up.jitterMs]),
      packetLoss: known.largest([down.lossPercent, up.lossPercent]),
      bandwidth: bitsPerSecond(pairs, path),
      timestamp,
    }),
    elapsedMs: elapsedMs(moved),
    up,
    down,
  });
}

/** What the other side reported has its own times, so what this side counted comes first. */
function elapsedMs(moved: readonly StatPair[]): number {
  const own = moved.filter(({ type }) => !String(type).startsWith('remote-'));
  return known.largest((own.length === 0 ? moved : own).map((pair) => pair.elapsedMs)) ?? 0;
}

/** Named by the transport, or, where that is not told, marked by the browser. */
function selectedPath(pairs: readonly StatPair[], current: RTCStatsReport): Path | null {
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

function roundTripMs(path: Path | null, pairs: readonly StatPair[]): number | null {
  const average = path?.pair?.average('totalRoundTripTime', 'responsesReceived') ?? null;
  const ofPath = average ?? known.number(path?.now['currentRoundTripTime']);
  // What the other side says of a stream that is not sent any more is old.
  const idle = new Set(pairs.filter((pair) => pair.delta('packetsSent') === 0).map(({ now }) => now['id']));
  const reports = pairs.filter(({ type, now }) => type === 'remote-inbound-rtp' && !idle.has(now['localId']));
  const ofMedia = reports.map((pair) => pair.value('roundTripTime'));
  return known.milliseconds(ofPath ?? known.largest(ofMedia));
}

/** By the transports; where the browser does not count there, by the path; else by the streams. */
function bitsPerSecond(pairs: readonly StatPair[], path: Path | null): number | null {
  const transports = sumRates(pairs.filter(({ type }) => type === 'transport'));
  if (transports !== null) return transports;
  const onPath = path?.pair == null ? null : sumRates([path.pair]);
  return onPath ?? sumRates(pairs.filter(({ type }) => type === 'inbound-rtp' || type === 'outbound-rtp'));
}

function sumRates(pairs: readonly StatPair[]): number | null {
  const bytes = known.sum(pairs.flatMap((pair) => [pair.rate('bytesSent'), pair.rate('bytesReceived')]));
  return bytes === null ? null : bytes * 8;
}
