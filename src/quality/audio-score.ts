import { eModel } from './e-model.js';
import { known } from './known.js';
import { scoreWithin } from './score-within.js';

/** Null is unknown, and not counted. */
export interface HeardStats {
  readonly rttMs: number | null;
  readonly lossPercent: number | null;
  readonly playoutDelayMs: number | null;
  /** Share of the sound that was made up while somebody spoke, 0 to 1. */
  readonly concealedShare: number | null;
}

/** Capture, encoder, packets of 20 ms. */
const OWN_DELAY_MS = 20;
/** Rating points that are lost when all that is heard is made up. An engineering choice. */
const CONCEALED_POINTS = 150;
/** What the ratings 80, 70, 60 and 50 (the bands of ITU-T G.109), and 0, are short of the best. */
const SHORT_OF_BEST = [80, 70, 60, 50, 0].map((rating) => eModel.bestRating - rating);

/**
 * How well one is heard, 0 to 100, by the E-model: `R = 93.2 - Idd(Ta) - Ie,eff(loss) - 150 * concealed`, one way
 * `Ta = rtt / 2 + playout delay + 20 ms`; the bands of G.109 (90 and 80 together, 70, 60, 50) are the five levels.
 * Never better for a worse value. Null when nothing is known.
 */
export function audioScore({ rttMs, lossPercent, playoutDelayMs, concealedShare }: HeardStats): number | null {
  if (known.largest([rttMs, lossPercent, playoutDelayMs, concealedShare]) === null) return null;
  const delayMs = (rttMs ?? 0) / 2 + (playoutDelayMs ?? 0) + OWN_DELAY_MS;
  const lost = eModel.lossImpairment(lossPercent ?? 0, eModel.robustness.corrected);
  return scoreWithin(eModel.delayImpairment(delayMs) + lost + CONCEALED_POINTS * (concealedShare ?? 0), SHORT_OF_BEST);
}
