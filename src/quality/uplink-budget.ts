import type { ConnectionSample } from './connection-sample.js';
import type { LossSign } from './loss-watch.js';
import { PairWatch, type PairTrouble } from './pair-watch.js';
import { RateControl, SPEND_SHARE, type Growth } from './rate-control.js';

/** One participant's sample, with what could be sent there meanwhile. */
export interface PairReading {
  readonly participantId: string;
  readonly sample: ConnectionSample;
  readonly plannedBps: number;
  /** Of that, for pictures. */
  readonly picturesBps: number;
}

export interface BudgetWishes {
  /** More would be sent if there were more. */
  readonly isWanted: boolean;
  /** Those for whom only their own way is in the way. */
  readonly narrow: ReadonlySet<string>;
  readonly mostBps: number;
}

export const START_BPS = 2_000_000;
/** Phones, data saver, mobile networks. */
export const LOW_START_BPS = 800_000;
const LEAST_BPS = 100_000;
const LEAST_PAIR_BPS = 60_000;
/** Of what is planned. */
const USED_SHARE = 0.7;
/** Of what may be spent. */
const SPENT_SHARE = 0.6;
const LEAST_SHARES: Readonly<Record<PairTrouble, number>> = { 'new-loss': 0.7, loss: 0.6, delay: 0.5, 'heavy-loss': 0, bandwidth: 0 };
/** Of what went through before losses began, so much will be said to have come through. */
const NEW_LOSS_SHARE = 0.85;
/** A way that carries this much needs no limit of its own. */
const WIDE_BPS = 3_000_000;

interface Pair {
  readonly watch: PairWatch;
  last: PairReading;
  own: RateControl | null;
}

/**
 * What this device may send to all others together. The browser's estimates, one for each connection, cannot be added up:
 * each sees the whole free uplink while it is idle, and under load they fight. When most ways have trouble at once, it is
 * the uplink; when one has, it is that participant's, and only what goes there is cut.
 */
export class UplinkBudget {
  readonly #shared: RateControl;
  readonly #pairs = new Map<string, Pair>();

  constructor(startBps: number) {
    this.#shared = new RateControl({ startBps, leastBps: LEAST_BPS });
  }

  get bps(): number {
    return this.#shared.bps;
  }

  /** Nothing of the network has shown yet that it is not more. */
  get isGuess(): boolean {
    return this.#shared.isGuess && [...this.#pairs.values()].every(({ own }) => own === null);
  }

  /** What may be sent to that one at most because of its own way, bits a second; null when nothing is known against it. */
  boundOf(participantId: string): number | null {
    return this.#pairs.get(participantId)?.own?.bps ?? null;
  }

  /** What the browser believes of an encoder that it holds back, bits a second; Infinity where it holds nothing back. */
  believedOf(participantId: string): number {
    const up = this.#pairs.get(participantId)?.last.sample.up;
    return ((up?.limitedByBandwidth ?? 0) > 0.5 ? up?.availableBps : null) ?? Infinity;
  }

  /** Nothing is wrong on the way to that one, and the budget is not being tried out. */
  isClean(participantId: string): boolean {
    if (this.#shared.isProbing) return false;
    const state = this.#pairs.get(participantId)?.watch.state;
    return state === 'clean' || state === 'unknown';
  }

  /** What did not go any more goes again: pictures need not wait as long. */
  get isReturning(): boolean {
    return this.#shared.isReturning;
  }

  /** Takes the samples of one moment. */
  add(readings: readonly PairReading[], wishes: BudgetWishes, nowMs: number): void {
    for (const reading of readings) {
      const pair = this.#pairs.get(reading.participantId) ?? { watch: new PairWatch(), last: reading, own: null };
      this.#pairs.set(reading.participantId, pair);
      pair.last = reading;
      pair.watch.add(reading.sample, reading.plannedBps, nowMs);
    }
    const fresh = readings.flatMap(({ participantId }) => this.#pairs.get(participantId) ?? []);
    const congested = fresh.filter(({ watch }) => watch.state === 'congested');
    const all = [...this.#pairs.values()];
    if (!this.#cut(all, congested, nowMs)) this.#growShared(all, wishes, nowMs);
    for (const pair of fresh) this.#growOwn(pair, wishes, nowMs);
    this.#shared.bound(wishes.mostBps);
  }

  /** Takes what shows between two samples. True when something was cut for it. */
  addSigns(signs: ReadonlyMap<string, LossSign>, nowMs: number): boolean {
    if (![...signs.values()].includes('sure')) return false;
    const all = [...this.#pairs.values()];
    const fresh = all.filter((pair) => {
      const sign = signs.get(pair.last.participantId);
      return sign !== undefined && pair.watch.addSign(sign);
    });
    this.#cut(all, fresh, nowMs);
    return fresh.length > 0;
  }

  remove(participantId: string): void {
    this.#pairs.delete(participantId);
  }

  bound(mostBps: number): void {
    this.#shared.bound(mostBps);
  }

  /** A fresh start by hand: at least `bps`. */
  lift(bps: number): void {
    this.#shared.reset(Math.max(bps, this.#shared.bps));
    for (const pair of this.#pairs.values()) pair.own = null;
  }

  /** True when it is the uplink that is cut. */
  #cut(all: readonly Pair[], congested: readonly Pair[], nowMs: number): boolean {
    const troubled = all.filter(({ watch }) => watch.state === 'congested' || watch.state === 'strained');
    if (congested.length > 0 && troubled.length * 2 > all.length) {
      this.#cutShared(all, congested, nowMs);
      return true;
    }
    for (const pair of congested) cutOwn(pair, nowMs);
    return false;
  }

  #cutShared(all: readonly Pair[], congested: readonly Pair[], nowMs: number): void {
    const isNew = congested.some(({ watch }) => watch.trouble === 'new-loss');
    const throughBps = throughAll(all, isNew ? NEW_LOSS_SHARE : 1);
    const spentBps = all.reduce((sum, { last }) => sum + last.plannedBps, 0);
    const leastShare = Math.min(...congested.map(({ watch }) => leastShareOf(watch.trouble)));
    this.#shared.cut({ spentBps, throughBps, leastShare, isSpentTooMuch: congested.some(({ watch }) => isLoss(watch.trouble)) }, nowMs);
  }

  #growShared(all: readonly Pair[], { isWanted, mostBps }: BudgetWishes, nowMs: number): void {
    // A way that is known to be narrow says nothing of the others.
    const free = all.filter(({ own }) => own === null);
    if (free.some(({ watch }) => watch.state === 'strained' || watch.state === 'congested')) this.#shared.hold();
    else if (free.some(({ watch }) => watch.state === 'clean') && isUsed(all, this.bps))
      this.#shared.grow({ isWanted, mostBps, ...evidenceOf(all) }, nowMs);
  }

  #growOwn(pair: Pair, { narrow }: BudgetWishes, nowMs: number): void {
    const { own, watch, last } = pair;
    if (own === null) return;
    if (watch.state === 'strained') own.hold();
    if (watch.state !== 'clean') return;
    const isWanted = narrow.has(last.participantId);
    own.grow({ ...evidenceOf([pair]), isWanted, mostBps: Infinity }, nowMs);
    if (own.bps >= WIDE_BPS) pair.own = null;
  }
}

function cutOwn(pair: Pair, nowMs: number): void {
  const { last, watch } = pair;
  pair.own ??= new RateControl({ startBps: last.plannedBps, leastBps: LEAST_PAIR_BPS });
  const { trouble } = watch;
  pair.own.cut(
    {
      spentBps: last.plannedBps,
      throughBps: throughAll([pair], trouble === 'new-loss' ? NEW_LOSS_SHARE : 1),
      leastShare: leastShareOf(trouble),
      isSpentTooMuch: isLoss(trouble),
    },
    nowMs,
  );
}

/** What may be sent is sent, or could be as far as the browser knows: otherwise that all is well says nothing of more. */
function isUsed(pairs: readonly Pair[], budgetBps: number): boolean {
  const sum = (of: (reading: PairReading) => number): number => pairs.reduce((all, { last }) => all + of(last), 0);
  // Pictures climb slowly: the budget waits for them, but where there are none yet.
  if (sum(({ picturesBps }) => picturesBps) <= 0) return true;
  const plannedBps = sum((last) => last.plannedBps);
  if (plannedBps < budgetBps * SPEND_SHARE * SPENT_SHARE) return false;
  const sentBps = sum(({ sample, plannedBps: planned }) => sample.up.bitrateBps ?? planned);
  return sentBps >= plannedBps * USED_SHARE || (provenBps(pairs) ?? 0) >= plannedBps;
}

/** How far one cut may go: an encoder that is held back and heavy loss prove that no more comes through. */
function leastShareOf(trouble: PairTrouble | null): number {
  return trouble === null ? 0 : LEAST_SHARES[trouble];
}

function isLoss(trouble: PairTrouble | null): boolean {
  return trouble === 'loss' || trouble === 'new-loss';
}

/** What arrived of what was sent, bits a second; no less than what the browser believes of an encoder that it holds back. */
function throughOf({ sample: { up }, plannedBps }: PairReading): number | null {
  if (up.bitrateBps === null) return null;
  const arrivedBps = up.bitrateBps * (1 - (up.lossPercent ?? 0) / 100);
  const believedBps = (up.limitedByBandwidth ?? 0) > 0.5 ? Math.min(up.availableBps ?? 0, plannedBps) : 0;
  return Math.max(arrivedBps, believedBps);
}

function evidenceOf(pairs: readonly Pair[]): Pick<Growth, 'provenBps' | 'throughBps' | 'isGuarded'> {
  return { provenBps: provenBps(pairs), throughBps: throughAll(pairs), isGuarded: pairs.some(({ last }) => last.picturesBps > 0) };
}

function throughAll(pairs: readonly Pair[], share = 1): number | null {
  return pairs.reduce<number | null>((sum, { last }) => {
    const through = throughOf(last);
    return sum === null || through === null ? null : sum + through * share;
  }, 0);
}

/** What the uplink carries by the most careful of the browser's estimates: one way's, with all that the others sent beside it. */
function provenBps(pairs: readonly Pair[]): number | null {
  const ups = pairs.map(({ last }) => last.sample.up);
  const sent = ups.reduce((sum, { bitrateBps }) => sum + (bitrateBps ?? 0), 0);
  let least: number | null = null;
  for (const { availableBps, bitrateBps } of ups) {
    if (availableBps === null || bitrateBps === null) return null;
    const together = availableBps + sent - bitrateBps;
    least = least === null ? together : Math.min(least, together);
  }
  return least;
}
