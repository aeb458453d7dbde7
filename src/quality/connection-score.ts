import { audioScore } from './audio-score.js';
import type { ConnectionSample } from './connection-sample.js';
import { known } from './known.js';
import { NETWORK_LIMITS, type RatedMetric } from './quality-level.js';
import { scoreWithin } from './score-within.js';
import { videoScore } from './video-score.js';
import type { WantedPicture } from './wanted-picture.js';

/** Scores 0 to 100 of what one interval is judged by; null is unknown, and not counted. */
export interface ScoreParts {
  readonly rtt: number | null;
  readonly lossUp: number | null;
  readonly lossDown: number | null;
  readonly jitterUp: number | null;
  readonly jitterDown: number | null;
  readonly audio: number | null;
  readonly freezes: number | null;
  readonly frameRate: number | null;
  readonly size: number | null;
}

export interface ConnectionScore {
  /** 0 to 100, the worst of the parts; null when nothing is known. */
  readonly score: number | null;
  readonly parts: ScoreParts;
}

/** Sound alone has so many packets in one second; of fewer, as when all are silent, one that is lost is no loss of a quarter. */
const FEWEST_PACKETS = 50;

/**
 * How good one interval of one connection was: the worst of its network, by the limits of requirement D1, of what is heard
 * and of what is seen. Of round trip and loss alone the E-model is never stricter than a level of D1's (a test holds it
 * to that), so it changes the level only for what was heard: delay of playout, and sound made up. Never better for a worse value.
 * @param wanted null when it is not known, or not to be counted now.
 */
export function connectionScore({ network, up, down }: ConnectionSample, wanted: WantedPicture | null): ConnectionScore {
  const [lossUp, lossDown] = [weighed(up.lossPercent, up.packetCount), weighed(down.lossPercent, down.packetCount)];
  const networkParts = {
    rtt: scoreOf('rtt', network.rtt),
    lossUp: scoreOf('packetLoss', lossUp),
    lossDown: scoreOf('packetLoss', lossDown),
    jitterUp: scoreOf('jitter', up.jitterMs),
    jitterDown: scoreOf('jitter', down.jitterMs),
  };
  const rttMs = network.rtt;
  const carried = audioScore({ rttMs, lossPercent: known.largest([lossUp, lossDown]), playoutDelayMs: null, concealedShare: null });
  const { playoutDelayMs, concealedShare } = down;
  const isHeard = playoutDelayMs !== null || concealedShare !== null;
  const heard = isHeard ? audioScore({ rttMs, lossPercent: null, playoutDelayMs, concealedShare }) : null;
  const parts = Object.freeze({
    ...networkParts,
    audio: smallest([carried, heard]),
    freezes: videoScore.freezes(down),
    frameRate: videoScore.frameRate(down, wanted),
    size: videoScore.size(down, wanted),
  });
  return Object.freeze({ score: smallest(Object.values(parts)), parts });
}

function scoreOf(metric: RatedMetric, value: number | null): number | null {
  return value === null ? null : scoreWithin(value, NETWORK_LIMITS[metric]);
}

function weighed(lossPercent: number | null, packetCount: number | null): number | null {
  return lossPercent === null || packetCount === null ? lossPercent : lossPercent * Math.min(1, packetCount / FEWEST_PACKETS);
}

function smallest(scores: readonly (number | null)[]): number | null {
  const numbers = scores.filter((score) => score !== null);
  return numbers.length === 0 ? null : Math.min(...numbers);
}
