import type { ConnectionSample } from './connection-sample.js';
import type { LossSign } from './loss-watch.js';

/** `strained`: nothing to cut for, and nothing to grow on either. */
export type PairState = 'unknown' | 'clean' | 'strained' | 'congested';
/** `new-loss`: more is lost than was, though nobody has said yet how much. */
export type PairTrouble = 'heavy-loss' | 'loss' | 'new-loss' | 'delay' | 'bandwidth';

const BASELINE_MS = 30_000;
/** Percent. */
const BAD_LOSS = 10;
const HEAVY_LOSS = 25;
const SOME_LOSS = 2;
/** Of fewer packets a lost one says nothing. */
const LEAST_PACKETS = 20;
/** A new connection first finds out what it can carry; its encoder is held back meanwhile. */
const WARM_UP_MS = 10_000;
/** Delay that cutting does not shorten is the way's own length. */
const OWN_DELAY_MS = 12_000;
/** Loss that cutting does not lessen is the way's own. */
const OWN_LOSS_MS = 15_000;
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
  #ownLoss: number | null = null;
  #wasLate = false;
  #availableBps: number | null = null;

  /** Takes one sample; `plannedBps` is what may be sent there now. */
  add({ network, up }: ConnectionSample, plannedBps: number, nowMs: number): void {
    this.#firstAtMs ??= nowMs;
    const loss = this.#judgeLoss((up.packetCount ?? LEAST_PACKETS) < LEAST_PACKETS ? null : up.lossPercent, nowMs);
    const delay = this.#judgeDelay(network.rtt, nowMs);
    const isHeldBack = this.#isHeldBack(up, plannedBps, nowMs);
    this.#availableBps = up.availableBps;
    this.trouble = null;
    if (delay === 'congested') this.trouble = 'delay';
    if (loss === 'congested') this.trouble = (up.lossPercent ?? 0) > HEAVY_LOSS ? 'heavy-loss' : 'loss';
    if (isHeldBack) this.trouble = 'bandwidth';
    const states = [loss, delay];
    if (this.trouble !== null) this.state = 'congested';
    else if (states.includes('strained')) this.state = 'strained';
    else this.state = states.includes('clean') ? 'clean' : 'unknown';
  }

  /** What shows between two samples. True when it is a reason to cut. */
  addSign(sign: LossSign): boolean {
    const isKnown = this.#ownLoss !== null || this.state === 'congested';
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
    if (percent <= BAD_LOSS) {
      this.#lossySinceMs = null;
      if (percent < BAD_LOSS / 2) this.#ownLoss = null;
      return percent > SOME_LOSS ? 'strained' : 'clean';
    }
    this.#lossySinceMs ??= nowMs;
    if (nowMs - this.#lossySinceMs >= OWN_LOSS_MS) this.#ownLoss ??= percent;
    return this.#ownLoss !== null && percent < this.#ownLoss * 2 ? 'strained' : 'congested';
  }

  #judgeDelay(rttMs: number | null, nowMs: number): PairState {
    if (rttMs === null) return 'unknown';
    this.#rtts = [...this.#rtts.filter(({ atMs }) => nowMs - atMs < BASELINE_MS), { atMs: nowMs, rttMs }];
    const least = Math.min(...this.#rtts.map((each) => each.rttMs));
    if (rttMs <= 1.5 * least + 50) {
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
    // One late answer may be chance; a very late one, or two, are not.
    const isSure = this.#wasLate || rttMs > 2.5 * least + 100;
    this.#wasLate = true;
    return isSure ? 'congested' : 'strained';
  }

  /** The encoder wants more than the browser believes this way carries. What our own limit holds back is not meant. */
  #isHeldBack(
    { limitedByBandwidth, availableBps, bitrateBps, lossPercent }: ConnectionSample['up'],
    plannedBps: number,
    nowMs: number,
  ): boolean {
    if (nowMs - (this.#firstAtMs ?? nowMs) < WARM_UP_MS) return false;
    // Where no encoder tells: less is sent than may be, and of that something is lost.
    if (limitedByBandwidth === null) return (lossPercent ?? 0) > SOME_LOSS && bitrateBps !== null && bitrateBps < plannedBps * 0.7;
    if (limitedByBandwidth <= 0.5) return false;
    if (availableBps === null) return bitrateBps !== null && bitrateBps < plannedBps * 0.7;
    const isRising = this.#availableBps !== null && availableBps > this.#availableBps * RISING;
    return availableBps < plannedBps * 0.95 && !isRising;
  }
}
