import type { QualityLevel } from './network-stats.js';
import { rank, type Rating } from './quality-level.js';
import { scoreLevel } from './score-level.js';

/** Share of a new score after two seconds. What gets worse counts sooner than what gets better. */
const FALL = 0.8;
const RISE = 0.4;
const NOMINAL_MS = 2000;
/** By how much the score must be in a better level before that counts as clear, and for how long. */
const CLEAR_POINTS = 5;
const CLEAR_MS = 8000;
/** Better, but never clearly: just within a level is within it too. */
const BARELY_MS = 20_000;
/** One bad interval is a mishap, the second one is worse. */
const TWICE_MS = 3000;
/** So soon after a change the level does not rise, and falls only for what lasts. */
const SETTLE_MS = 20_000;
const LASTING_MS = 6000;
/** A level that is lost so soon after it was reached was no better level: the next one must be clear for so much longer. */
const FLAP_MS = 60_000;
const FLAP_FACTOR = 4;
const MOST_CLEAR_MS = 60_000;
/** Without a fall for so long, all is forgotten. */
const CALM_MS = 120_000;

/**
 * What to show of scores that are noisy: smoothed (0.8 of a worse one, 0.4 of a better one after two seconds). The level is
 * worse with the smoothed score when that is so twice in a row; better only when that is clear (5 points, 8 seconds; longer
 * and longer where it did not last) and the last change is 20 seconds ago. A level that flickers tells nobody anything.
 */
export class SteadyScore {
  #current: Rating | null = null;
  #smooth = 0;
  #worseMs = 0;
  #betterMs = 0;
  #clearMs = 0;
  #neededMs = CLEAR_MS;
  #sinceRiseMs = Infinity;
  #sinceFallMs = Infinity;

  get current(): Rating | null {
    return this.#current;
  }

  /** Takes the score 0 to 100 of one interval; answers what to show. The same object as long as nothing changed. */
  add(score: number, elapsedMs: number): Rating {
    const current = this.#current;
    if (current === null) {
      this.#smooth = score;
      this.#current = ratingOf(scoreLevel.of(score), score);
      return this.#current;
    }
    const share = 1 - (1 - (score < this.#smooth ? FALL : RISE)) ** (elapsedMs / NOMINAL_MS);
    this.#smooth += (score - this.#smooth) * share;
    const next = ratingOf(this.#nextLevel(current.level, score, elapsedMs), this.#smooth);
    if (next.score !== current.score || next.level !== current.level) this.#current = next;
    return this.#current ?? next;
  }

  #nextLevel(level: QualityLevel, score: number, elapsedMs: number): QualityLevel {
    this.#sinceRiseMs += elapsedMs;
    this.#sinceFallMs += elapsedMs;
    if (this.#sinceFallMs >= CALM_MS) this.#neededMs = CLEAR_MS;
    const measured = scoreLevel.of(this.#smooth);
    const clear = scoreLevel.of(this.#smooth - CLEAR_POINTS);
    // What is left of one bad interval in the smoothed score is no second one.
    const isWorse = rank(measured) > rank(level) && rank(scoreLevel.of(score)) > rank(level);
    this.#worseMs = isWorse ? this.#worseMs + elapsedMs : 0;
    this.#betterMs = rank(measured) < rank(level) ? this.#betterMs + elapsedMs : 0;
    this.#clearMs = rank(clear) < rank(level) ? this.#clearMs + elapsedMs : 0;
    const isSettled = Math.min(this.#sinceRiseMs, this.#sinceFallMs) >= SETTLE_MS;
    if (isWorse) return this.#worseMs >= (isSettled ? TWICE_MS : LASTING_MS) ? this.#fall(measured) : level;
    if (!isSettled) return level;
    if (this.#clearMs >= this.#neededMs) return this.#rise(clear);
    return this.#betterMs >= Math.max(BARELY_MS, this.#neededMs) ? this.#rise(measured) : level;
  }

  #fall(to: QualityLevel): QualityLevel {
    if (this.#sinceRiseMs < FLAP_MS) this.#neededMs = Math.min(MOST_CLEAR_MS, this.#neededMs * FLAP_FACTOR);
    this.#sinceFallMs = 0;
    return this.#changeTo(to);
  }

  #rise(to: QualityLevel): QualityLevel {
    this.#sinceRiseMs = 0;
    return this.#changeTo(to);
  }

  #changeTo(to: QualityLevel): QualityLevel {
    this.#worseMs = 0;
    this.#betterMs = 0;
    this.#clearMs = 0;
    return to;
  }
}

/** Rounded down, so that a score never shows a better level's number; and always a score of the level that is held. */
function ratingOf(level: QualityLevel, score: number): Rating {
  const most = Math.min(scoreLevel.highest(level), Math.floor(score));
  return Object.freeze({ level, score: Math.max(scoreLevel.lowest(level), most) });
}
