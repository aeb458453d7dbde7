import { AIM_SHARE } from './uplink-target.js';

/** Of a budget, so much is spent; the rest is for what comes suddenly. */
export const SPEND_SHARE = 0.9;
const CUT = 0.85;
const GROWTH = 1.08;
/** Where nothing ever failed, and all has been well for long. */
const LONG_CLEAN_MS = 15_000;
const LONG_CLEAN_GROWTH = 1.16;
/** With proof that there is more, in one go; and back to what was before, once what failed does not fail any more. */
const FASTEST_GROWTH = 1.5;
const CLEAN_MS = 6000;
const GROWTH_PERIOD_MS = 1900;
/** A queue that is already draining is not a reason to cut again. */
const GRACE_MS = 3500;
/** Less than this share is left: no swing of a queue, the link carries less now. */
const DEEP_SHARE = 0.6;
/** How long a rate above the one that failed is watched before it is believed; if more than what failed came through, so long. */
const PROBE_MS = 8000;
const PROVEN_PROBE_MS = 2000;
const PROBE = 1.05;
const FIRST_HOLD_MS = 25_000;
const LONGEST_HOLD_MS = 240_000;
/** Where the browser itself holds back what does not fit, trying costs little, and can go further. */
const GUARDED_PROBE = 1.3;
const FIRST_GUARDED_HOLD_MS = 6000;
const LONGEST_GUARDED_HOLD_MS = 12_000;
/** A rate that fails near where one failed before says the same again. */
const SAME_KNEE = 0.2;
/** Proof that there is more than what failed must last. */
const PROOF_MS = 5000;
const PROOF = 1.3;

export interface Cut {
  /** What was to be sent, bits a second. */
  readonly spentBps: number;
  /** What came through, bits a second; null when unknown. */
  readonly throughBps: number | null;
  /** What came through may be all that was wanted: never below this share of what was allowed, 0 to 1, in one go. */
  readonly leastShare: number;
  /** What was sent did harm, however little it was: what was allowed beyond it says nothing. */
  readonly isSpentTooMuch: boolean;
  /** As of `Growth`. */
  readonly isGuarded: boolean;
  /** It may have another cause: the rate is not remembered as one that fails. */
  readonly isDoubtful: boolean;
}

export interface Growth {
  readonly isWanted: boolean;
  /** What the link is believed to carry, bits a second; null when nobody says. */
  readonly provenBps: number | null;
  /** What came through, bits a second; null when unknown. */
  readonly throughBps: number | null;
  /** The browser says what fits, and sends less by itself where more does not: it does for pictures. */
  readonly isGuarded: boolean;
  readonly mostBps: number;
}

export interface RateControlOptions {
  readonly startBps: number;
  readonly leastBps: number;
}

/**
 * A rate that grows by a share while all is well and falls by a larger one at once when not. The shares are those of
 * draft-ietf-rmcat-gcc-02, section 5.5 (8 % up, to 0.85 down), here in steps of one sample; all else was tried out. It remembers where it failed: it stays at 80 % of that, and tries again seldom and in one step, so that on a
 * constant link it does not swing.
 */
export class RateControl {
  readonly #leastBps: number;
  #bps: number;
  #cleanSinceMs: number | null = null;
  #grownAtMs = -Infinity;
  #cutAtMs = -Infinity;
  /** The rate that failed, until it is forgotten. */
  #kneeBps: number | null = null;
  /** The last rate that failed, also when it is forgotten: failing there again is a habit. */
  #lastKneeBps: number | null = null;
  #holdMs = FIRST_HOLD_MS;
  #heldUntilMs = 0;
  #probe: { readonly sinceMs: number; readonly beforeBps: number } | null = null;
  #proofSinceMs: number | null = null;
  /** What went well before the rates that failed. */
  #formerBps = 0;
  #isGuarded = false;

  constructor({ startBps, leastBps }: RateControlOptions) {
    this.#bps = startBps;
    this.#leastBps = leastBps;
  }

  get bps(): number {
    return this.#bps;
  }

  /** A rate is being tried: nothing is to be built on it yet. */
  get isProbing(): boolean {
    return this.#probe !== null;
  }

  /** What it began with, and how it grew since: nothing has failed yet. */
  get isGuess(): boolean {
    return this.#lastKneeBps === null && this.#formerBps === 0;
  }

  /** What failed is over: it is on its way to what was before. */
  get isReturning(): boolean {
    return this.#kneeBps === null && this.#bps < this.#formerBps;
  }

  /** Something goes wrong, not badly enough to cut. */
  hold(): void {
    this.#cleanSinceMs = null;
    this.#proofSinceMs = null;
  }

  cut({ spentBps, throughBps, leastShare, isSpentTooMuch, isGuarded, isDoubtful }: Cut, nowMs: number): void {
    this.hold();
    this.#isGuarded = isGuarded;
    // Where little is sent, little is known of what more would have met.
    const base = Math.min(this.#bps, Math.max(spentBps / SPEND_SHARE, isSpentTooMuch ? 0 : this.#bps * leastShare));
    const measured = throughBps === null ? Infinity : throughBps / SPEND_SHARE;
    const aimed = Math.max(measured * AIM_SHARE, base * leastShare);
    const isDeep = aimed < base * DEEP_SHARE;
    if (nowMs - this.#cutAtMs < GRACE_MS && !isDeep) return;
    const probe = this.#probe;
    this.#probe = null;
    this.#cutAtMs = nowMs;
    if (probe !== null && aimed > probe.beforeBps * DEEP_SHARE) {
      this.#bps = probe.beforeBps;
      this.#holdLonger(nowMs);
      return;
    }
    this.#formerBps = Math.max(this.#formerBps, this.#bps);
    if (isDoubtful && this.#kneeBps === null) {
      this.#bps = Math.max(this.#leastBps, Math.min(base * CUT, Math.max(aimed, this.#bps * leastShare)));
      return;
    }
    const knee = Math.min(base, Math.max(measured, base * CUT));
    this.#kneeBps = isDeep ? Math.min(base, measured) : knee;
    const last = this.#lastKneeBps;
    const isSame = last !== null && Math.abs(this.#kneeBps - last) <= last * SAME_KNEE;
    this.#lastKneeBps = this.#kneeBps;
    this.#bps = Math.max(this.#leastBps, Math.min(base * CUT, aimed));
    if (isSame) this.#holdLonger(nowMs);
    else {
      this.#holdMs = this.#isGuarded ? FIRST_GUARDED_HOLD_MS : FIRST_HOLD_MS;
      this.#heldUntilMs = nowMs + this.#holdMs;
    }
  }

  /** All is well. Grows when more is wanted. */
  grow({ isWanted, provenBps, throughBps, isGuarded, mostBps }: Growth, nowMs: number): void {
    this.#cleanSinceMs ??= nowMs;
    this.#isGuarded = isGuarded;
    this.#believeProof(provenBps, nowMs);
    if (!isWanted || nowMs - this.#cleanSinceMs < CLEAN_MS || nowMs - this.#grownAtMs < GROWTH_PERIOD_MS) return;
    if (this.#probe !== null) {
      const isProven = throughBps !== null && throughBps > (this.#kneeBps ?? 0) * SPEND_SHARE * PROBE;
      if (nowMs - this.#probe.sinceMs < (isProven ? PROVEN_PROBE_MS : PROBE_MS)) return;
      if (!isProven) this.#formerBps = 0;
      this.#forgetKnee();
    }
    const next = this.#next(provenBps, throughBps, nowMs);
    if (this.#bps >= this.#formerBps) this.#formerBps = 0;
    if (next === null || this.#bps >= mostBps) return;
    this.#bps = Math.min(next, mostBps);
    this.#grownAtMs = nowMs;
  }

  /** Never more than `mostBps`. */
  bound(mostBps: number): void {
    this.#bps = Math.min(this.#bps, mostBps);
  }

  /** A fresh start by hand. */
  reset(bps: number): void {
    this.#bps = bps;
    this.#holdMs = FIRST_HOLD_MS;
    this.#lastKneeBps = null;
    this.#formerBps = 0;
    this.#forgetKnee();
  }

  #next(provenBps: number | null, throughBps: number | null, nowMs: number): number | null {
    const knee = this.#kneeBps;
    if (knee === null) {
      if (this.isReturning) {
        const carried = ((throughBps ?? 0) / SPEND_SHARE) * FASTEST_GROWTH;
        return Math.min(Math.max(carried, this.#bps * GROWTH), this.#bps * FASTEST_GROWTH, this.#formerBps);
      }
      const proven = ((provenBps ?? 0) * AIM_SHARE) / SPEND_SHARE;
      const isLong = nowMs - (this.#cleanSinceMs ?? nowMs) >= LONG_CLEAN_MS;
      return Math.min(Math.max(proven, this.#bps * (isLong ? LONG_CLEAN_GROWTH : GROWTH)), this.#bps * FASTEST_GROWTH);
    }
    if (this.#bps < knee * AIM_SHARE) return Math.min(this.#bps * GROWTH, knee * AIM_SHARE);
    // It may have been cut while it was guarded.
    const heldUntilMs = this.#isGuarded ? this.#heldUntilMs : Math.max(this.#heldUntilMs, this.#cutAtMs + FIRST_HOLD_MS);
    if (nowMs < heldUntilMs) return null;
    this.#probe = { sinceMs: nowMs, beforeBps: this.#bps };
    return Math.max(knee * (this.#isGuarded ? GUARDED_PROBE : PROBE), this.#bps * GROWTH);
  }

  #believeProof(provenBps: number | null, nowMs: number): void {
    if (this.#kneeBps === null || provenBps === null || provenBps < (this.#kneeBps / SPEND_SHARE) * PROOF) {
      this.#proofSinceMs = null;
      return;
    }
    this.#proofSinceMs ??= nowMs;
    if (nowMs - this.#proofSinceMs >= PROOF_MS) this.#forgetKnee();
  }

  #holdLonger(nowMs: number): void {
    this.#holdMs = Math.min(this.#holdMs * 2, this.#isGuarded ? LONGEST_GUARDED_HOLD_MS : LONGEST_HOLD_MS);
    this.#heldUntilMs = nowMs + this.#holdMs;
  }

  #forgetKnee(): void {
    this.#kneeBps = null;
    this.#probe = null;
    this.#proofSinceMs = null;
  }
}
