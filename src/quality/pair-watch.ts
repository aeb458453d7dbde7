import type { ConnectionSample } from './connection-sample.js';
import type { LossSign } from './loss-watch.js';
import { BAD_LOSS_PERCENT } from './uplink-target.js';

/** `strained`: nothing to cut for, and nothing to grow on either. */
export type PairState = 'unknown' | 'clean' | 'strained' | 'congested';
/**
 * `new-loss`: more is lost than was, though nobody has said yet how much. `queue`: answers are late, and nothing says that
 * it is not from waiting behind what was sent. `late`: they are, though the browser sees no queue.
 */
export type PairTrouble = 'heavy-loss' | 'loss' | 'new-loss' | 'queue' | 'late' | 'bandwidth';

/** Round trips are compared with the shortest of that time. */
const BASELINE_MS = 30_000;
/** Up to this all is well (draft-ietf-rmcat-gcc-02, section 6). */
const SOME_LOSS_PERCENT = 2;
const HEAVY_LOSS_PERCENT = 25;
/** Of fewer packets a lost one says nothing. */
const LEAST_PACKETS = 20;
/** A new connection first finds out what it can carry; its encoder is held back meanwhile. */
const WARM_UP_MS = 10_000;
/** Delay that cutting does not shorten is the way's own length. */
const OWN_DELAY_MS = 12_000;
/** Loss that cutting does not lessen is the way's own. */
const OWN_LOSS_MS = 15_000;
/** An encoder is held back when it says so for more than this share of an interval, */
export const HELD_BACK_SHARE = 0.5;
/** and by the way when less than this share of what may be sent is believed to fit, */
const FITTING_SHARE = 0.95;
/** or, where nothing is known of that, when less than this share of it is sent. */
const SENT_SHARE = 0.7;
/** An estimate that grows by more than this share between two samples is on its way. */
const RISING = 1.04;

/** Judges the way to one participant, sample by sample. */
export class PairWatch {
  state: PairState = 'unknown';
  trouble: PairTrouble | null = null;
  #rtts: { readonly atMs: number; readonly rttMs: number }[] = [];
  #firstAtMs: number | null = null;
  #lateSinceMs: number | null = null;
  #lossySinceMs: number | null = null;
  /** Percent that is lost whatever is sent. */
  #ownLossPercent: number | null = null;
  #wasLate = false;
  #lastRttMs: number | null = null;
  #availableBps: number | null = null;

  /**
   * Takes one sample; `plannedBps` is what may be sent there now. `stalledMs`: this device got to its work so late, which
   * makes answers late by as much and the browser's estimate low on any way: then a low estimate alone is no reason to cut.
   */
  add({ network, up }: ConnectionSample, plannedBps: number, nowMs: number, stalledMs = 0): void {
    this.#firstAtMs ??= nowMs;
    const loss = this.#judgeLoss((up.packetCount ?? LEAST_PACKETS) < LEAST_PACKETS ? null : up.lossPercent, nowMs);
    const delay = this.#judgeDelay(network.rtt, nowMs, stalledMs);
    const isHeldBack = this.#isHeldBack(up, plannedBps, nowMs);
    this.#availableBps = up.availableBps;
    this.trouble = null;
    if (delay === 'congested') this.trouble = seesNoQueue(up, plannedBps) ? 'late' : 'queue';
    if (loss === 'congested') this.trouble = (up.lossPercent ?? 0) > HEAVY_LOSS_PERCENT ? 'heavy-loss' : 'loss';
    if (isHeldBack && (stalledMs === 0 || delay === 'congested' || (up.lossPercent ?? 0) > SOME_LOSS_PERCENT)) this.trouble = 'bandwidth';
    const states = [loss, delay];
    if (this.trouble !== null) this.state = 'congested';
    else if (isHeldBack || states.includes('strained')) this.state = 'strained';
    else this.state = states.includes('clean') ? 'clean' : 'unknown';
  }

  /** What shows between two samples. True when it is a reason to cut. */
  addSign(sign: LossSign): boolean {
    const isKnown = this.#ownLossPercent !== null || this.state === 'congested';
    if (sign === 'sure' && !isKnown) {
      this.state = 'congested';
      this.trouble = 'new-loss';
      return true;
    }
    if (this.state !== 'congested') this.state = 'strained';
    return false;
  }

  #judgeLoss(percent: number | null, nowMs: number): PairState {
    if (percent === null) return 'unknown';
    if (percent <= BAD_LOSS_PERCENT) {
      this.#lossySinceMs = null;
      if (percent < BAD_LOSS_PERCENT / 2) this.#ownLossPercent = null;
      return percent > SOME_LOSS_PERCENT ? 'strained' : 'clean';
    }
    this.#lossySinceMs ??= nowMs;
    if (nowMs - this.#lossySinceMs >= OWN_LOSS_MS) this.#ownLossPercent ??= percent;
    return this.#ownLossPercent !== null && percent < this.#ownLossPercent * 2 ? 'strained' : 'congested';
  }

  #judgeDelay(rttMs: number | null, nowMs: number, stalledMs: number): PairState {
    if (rttMs === null) return 'unknown';
    // The last answer again: none has come since, so there is nothing new in it.
    const isNew = rttMs !== this.#lastRttMs;
    this.#lastRttMs = rttMs;
    this.#rtts = [...this.#rtts.filter(({ atMs }) => nowMs - atMs < BASELINE_MS), { atMs: nowMs, rttMs }];
    const least = Math.min(...this.#rtts.map((each) => each.rttMs));
    const calmMs = 1.5 * least + 50;
    if (rttMs <= calmMs) {
      this.#lateSinceMs = null;
      this.#wasLate = false;
      return rttMs <= 1.25 * least + 25 ? 'clean' : 'strained';
    }
    this.#lateSinceMs ??= nowMs;
    if (nowMs - this.#lateSinceMs >= OWN_DELAY_MS) {
      this.#rtts = [{ atMs: nowMs, rttMs }];
      this.#lateSinceMs = null;
      return 'strained';
    }
    if (!isNew || rttMs - stalledMs <= calmMs) return 'strained';
    // One late answer may be chance; a very late one, or two, are not.
    const isSure = this.#wasLate || rttMs > 2.5 * least + 100;
    this.#wasLate = true;
    return isSure ? 'congested' : 'strained';
  }

  /** The encoder wants more than the browser believes this way carries. What our own limit holds back is not meant. */
  #isHeldBack(
    { bandwidthLimitedShare, availableBps, bitrateBps, lossPercent }: ConnectionSample['up'],
    plannedBps: number,
    nowMs: number,
  ): boolean {
    if (nowMs - (this.#firstAtMs ?? nowMs) < WARM_UP_MS) return false;
    // Where no encoder tells: less is sent than may be, and of that something is lost.
    if (bandwidthLimitedShare === null)
      return (lossPercent ?? 0) > SOME_LOSS_PERCENT && bitrateBps !== null && bitrateBps < plannedBps * SENT_SHARE;
    if (bandwidthLimitedShare <= HELD_BACK_SHARE) return false;
    if (availableBps === null) return bitrateBps !== null && bitrateBps < plannedBps * SENT_SHARE;
    const isRising = this.#availableBps !== null && availableBps > this.#availableBps * RISING;
    return availableBps < plannedBps * FITTING_SHARE && !isRising;
  }
}

/**
 * Whether the browser, which measures the delay of each packet, believes that the way carries what is sent. That its encoder
 * is held back says nothing of it: our own limit does that too.
 */
function seesNoQueue({ availableBps, lossPercent }: ConnectionSample['up'], plannedBps: number): boolean {
  return availableBps !== null && availableBps >= plannedBps && (lossPercent ?? 0) <= SOME_LOSS_PERCENT;
}
