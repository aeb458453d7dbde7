import type { UplinkSample } from './connection-sample.js';
import { known } from './known.js';
import type { Stat, StatPair } from './stat-pair.js';

/** What was sent in one interval; `path` is the candidate pair in use. */
export function uplinkStats(pairs: readonly StatPair[], path: Stat | null): UplinkSample {
  const outbound = pairs.filter(({ type }) => type === 'outbound-rtp');
  const byId = new Map(outbound.map((pair) => [pair.now['id'], pair]));
  const remote = pairs.filter((pair) => pair.type === 'remote-inbound-rtp' && sentOf(pair, byId) !== 0);
  const pictures = outbound.filter(({ now }) => now['kind'] === 'video');
  const { lost, sent } = lossOf(remote, byId);
  const share = known.ratio(lost, sent);
  return Object.freeze({
    lossPercent: known.clamp(share === null ? null : share * 100, 100),
    packetCount: sent,
    jitterMs: known.milliseconds(known.largest(remote.map((pair) => pair.value('jitter')))),
    bitrateBps: known.sum(outbound.map((pair) => bitsPerSecond(pair))),
    availableBps: known.number(path?.['availableOutgoingBitrate']),
    bandwidthLimitedShare: limitedShare(pictures, 'bandwidth'),
    processorLimitedShare: limitedShare(pictures, 'cpu'),
  });
}

function lossOf(remote: readonly StatPair[], outbound: ReadonlyMap<unknown, StatPair>) {
  let lost: number | null = null;
  let sent: number | null = null;
  for (const pair of remote) {
    const sentHere = sentOf(pair, outbound);
    const lostHere = sentHere === null ? null : lostOf(pair, sentHere);
    if (sentHere === null || lostHere === null) continue;
    lost = (lost ?? 0) + Math.max(0, lostHere);
    sent = (sent ?? 0) + sentHere;
  }
  return { lost, sent };
}

/** The other side reports now and then: where it gives no share, only an interval with a new report tells anything. */
function lostOf(pair: StatPair, sent: number): number | null {
  const fraction = pair.value('fractionLost');
  if (fraction !== null) return fraction * sent;
  return pair.elapsedMs === null ? null : pair.delta('packetsLost');
}

function sentOf(remote: StatPair, outbound: ReadonlyMap<unknown, StatPair>): number | null {
  return outbound.get(remote.now['localId'])?.delta('packetsSent') ?? null;
}

function bitsPerSecond(pair: StatPair): number | null {
  const rate = pair.rate('bytesSent');
  return rate === null ? null : rate * 8;
}

/** Of the largest share, for one picture that is held back is enough. What is not sent is not held back. */
function limitedShare(pictures: readonly StatPair[], reason: string): number | null {
  const shares = pictures.map((pair) => {
    if (pair.delta('framesEncoded') === 0 || pair.elapsedMs === null) return null;
    const seconds = pair.entryDelta('qualityLimitationDurations', reason);
    return seconds === null ? null : (seconds * 1000) / pair.elapsedMs;
  });
  return known.clamp(known.largest(shares), 1);
}
