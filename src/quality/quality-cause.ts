import type { ConnectionSample } from './connection-sample.js';
import type { ScoreParts } from './connection-score.js';
import { scoreLevel } from './score-level.js';

/**
 * Where it goes wrong, as far as this side can tell: in what this device sends, in what it receives, in its processor, or
 * with the other side (its network, processor or camera).
 */
export type QualityCause = 'network-up' | 'network-down' | 'processor' | 'remote' | 'unknown';

/** Shares of an interval from which on the encoder, or the decoder, is said to be short of processor. */
const BUSY_SHARE = 0.3;
const DROPPED_SHARE = 0.1;
/** Share of an interval from which on the line up is said to be what holds the encoder back. */
const NARROW_SHARE = 0.3;

/**
 * Why one interval of one connection is no better: of the worst part of its score.
 * @param isOnlyOne the other connections of this device are well, so that what they share is not to blame.
 */
export function qualityCause(sample: ConnectionSample, parts: ScoreParts, isOnlyOne: boolean): QualityCause {
  const cause = ownCause(sample, parts);
  return isOnlyOne && cause !== 'processor' ? 'remote' : cause;
}

function ownCause(sample: ConnectionSample, parts: ScoreParts): QualityCause {
  switch (worstOf(parts)) {
    case 'lossUp':
    case 'jitterUp':
      return 'network-up';
    case 'lossDown':
    case 'jitterDown':
      return 'network-down';
    case 'rtt':
      return slowWay(sample, parts);
    case 'audio':
      return isBad(parts.lossDown, parts.jitterDown) ? 'network-down' : isBusy(sample) ? 'processor' : slowWay(sample, parts);
    case 'freezes':
    case 'frameRate':
      return isBusy(sample) ? 'processor' : isBad(parts.lossDown, parts.jitterDown) ? 'network-down' : 'remote';
    case 'size':
      return isBad(parts.lossDown, parts.jitterDown) ? 'network-down' : 'remote';
    default:
      return 'unknown';
  }
}

/** A round trip does not say which way is slow; a full line also does other things to what goes through it. */
function slowWay({ up }: ConnectionSample, parts: ScoreParts): QualityCause {
  if ((up.bandwidthLimitedShare ?? 0) >= NARROW_SHARE || isBad(parts.lossUp, parts.jitterUp)) return 'network-up';
  return isBad(parts.lossDown, parts.jitterDown) ? 'network-down' : 'unknown';
}

function isBusy({ up, down }: ConnectionSample): boolean {
  return (up.processorLimitedShare ?? 0) >= BUSY_SHARE || (down.droppedShare ?? 0) >= DROPPED_SHARE;
}

/** Fair or worse. */
function isBad(...scores: readonly (number | null)[]): boolean {
  return scores.some((score) => score !== null && score < scoreLevel.lowest('good'));
}

function worstOf(parts: ScoreParts): keyof ScoreParts | null {
  let worst: keyof ScoreParts | null = null;
  let least = Infinity;
  for (const [part, score] of Object.entries(parts) as [keyof ScoreParts, number | null][]) {
    if (score === null || score >= least) continue;
    worst = part;
    least = score;
  }
  return worst;
}
