import type { DownlinkSample } from './connection-sample.js';
import { isCamera } from './is-camera.js';
import { known } from './known.js';
import type { StatPair } from './stat-pair.js';

/** What came in one interval. */
export function downlinkStats(pairs: readonly StatPair[]): DownlinkSample {
  const inbound = pairs.filter(({ type }) => type === 'inbound-rtp');
  const moving = inbound.filter((pair) => (pair.delta('packetsReceived') ?? 0) > 0);
  const sounds = moving.filter(({ now }) => now['kind'] === 'audio');
  const pictures = moving.filter(({ now }) => now['kind'] === 'video');
  const camera = pictures.find(({ now }) => isCamera(now));
  const { lost, count } = lossOf(inbound);
  const share = known.ratio(lost, count);
  return Object.freeze({
    lossPercent: known.clamp(share === null ? null : share * 100, 100),
    packetCount: count,
    jitterMs: known.milliseconds(known.largest(moving.map((pair) => pair.value('jitter')))),
    bitrateBps: known.sum(inbound.map(bitsPerSecond)),
    playoutDelayMs: known.milliseconds(known.largest(sounds.map((pair) => pair.average('jitterBufferDelay', 'jitterBufferEmittedCount')))),
    concealedShare: known.clamp(known.largest(sounds.map(concealedShare)), 1),
    frozenShare: known.clamp(known.largest(pictures.map(frozenShare)), 1),
    droppedShare: known.clamp(known.largest(pictures.map((pair) => pair.average('framesDropped', 'framesReceived'))), 1),
    frameRate: camera?.rate('framesDecoded') ?? null,
    width: camera?.value('frameWidth') ?? null,
    height: camera?.value('frameHeight') ?? null,
  });
}

function lossOf(inbound: readonly StatPair[]) {
  let lost: number | null = null;
  let count: number | null = null;
  for (const pair of inbound) {
    const lostHere = pair.delta('packetsLost');
    const received = pair.delta('packetsReceived');
    // Lost packets of a stream of which nothing came count as well: that is the worst loss there is.
    if (lostHere === null || received === null || (received === 0 && lostHere <= 0)) continue;
    lost = (lost ?? 0) + Math.max(0, lostHere);
    count = (count ?? 0) + received + Math.max(0, lostHere);
  }
  return { lost, count };
}

function bitsPerSecond(pair: StatPair): number | null {
  const rate = pair.rate('bytesReceived');
  return rate === null ? null : rate * 8;
}

/** What was made up while it was silent was missed by nobody. */
function concealedShare(pair: StatPair): number | null {
  const concealed = pair.delta('concealedSamples');
  const heard = concealed === null ? null : Math.max(0, concealed - (pair.delta('silentConcealedSamples') ?? 0));
  return known.ratio(heard, pair.delta('totalSamplesReceived'));
}

/** The browser counts a freeze when it is over; until then it is told by packets that come and no frame that does. */
function frozenShare(pair: StatPair): number | null {
  if (pair.delta('framesDecoded') === 0) return 1;
  const seconds = pair.delta('totalFreezesDuration');
  return seconds === null || pair.elapsedMs === null ? null : (seconds * 1000) / pair.elapsedMs;
}
