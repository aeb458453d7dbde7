import type { ConnectionSample } from './connection-sample.js';
import { connectionScore } from './connection-score.js';
import { qualityCause, type QualityCause } from './quality-cause.js';
import { rank, type Rating } from './quality-level.js';
import { SteadyScore } from './steady-score.js';
import type { WantedPicture } from './wanted-picture.js';

/** Sending starts low and rises: for so long few frames and small pictures say nothing. */
const WARM_UP_MS = 10_000;
/** After longer than this without a sample the connection was another one, or slept. */
const LONGEST_GAP_MS = 3000;
/** A picture is wanted larger, not merely laid out anew. */
const LARGER = 1.2;

export interface ConnectionQuality extends Rating {
  /** Only from fair on: what is well needs no cause. */
  readonly cause?: QualityCause;
}

/** How good one connection is, from its samples in the order in which they were taken. */
export class ConnectionRating {
  readonly #score = new SteadyScore();
  #current: ConnectionQuality | null = null;
  #last: ConnectionSample | null = null;
  #wanted: WantedPicture | null = null;
  #warmUntilMs = 0;
  #newCause: QualityCause | null = null;

  get current(): ConnectionQuality | null {
    return this.#current;
  }

  /**
   * Takes one sample; answers what to show. The same object as long as nothing changed.
   * @param isOnlyOne the other connections of this device are well.
   */
  add(sample: ConnectionSample, wanted: WantedPicture | null, isOnlyOne: boolean): ConnectionQuality | null {
    this.#warmUp(sample, wanted);
    const isWarm = sample.network.timestamp > this.#warmUntilMs;
    const { score, parts } = connectionScore(sample, isWarm ? wanted : null);
    this.#last = sample;
    this.#wanted = wanted;
    if (score === null) return this.#current;
    const { level, score: shown } = this.#score.add(score, sample.elapsedMs);
    const cause = rank(level) < rank('fair') ? null : this.#steadyCause(qualityCause(sample, parts, isOnlyOne), level);
    const before = this.#current;
    if (before?.level !== level || before.score !== shown || (before.cause ?? null) !== cause)
      this.#current = Object.freeze({ level, score: shown, ...(cause === null ? {} : { cause }) });
    return this.#current;
  }

  #warmUp({ network, elapsedMs, down }: ConnectionSample, wanted: WantedPicture | null): void {
    const beganMs = network.timestamp - elapsedMs;
    const last = this.#last;
    const isNew = last === null || beganMs - last.network.timestamp > LONGEST_GAP_MS;
    const isBack = down.frameRate !== null && last?.down.frameRate == null;
    if (isNew || isBack || isLarger(wanted, this.#wanted)) this.#warmUntilMs = beganMs + WARM_UP_MS;
  }

  /** Another cause is shown when it is the cause twice in a row, or with another level. */
  #steadyCause(cause: QualityCause, level: Rating['level']): QualityCause {
    const shown = this.#current?.cause;
    const isSure = shown === undefined || this.#current?.level !== level || this.#newCause === cause;
    this.#newCause = cause;
    return isSure || shown === undefined ? cause : shown;
  }
}

function isLarger(wanted: WantedPicture | null, before: WantedPicture | null): boolean {
  if (wanted === null) return false;
  return before === null || wanted.width * wanted.height > before.width * before.height * LARGER;
}
