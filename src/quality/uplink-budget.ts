import type { LossSign } from './loss-watch.js';
import { PairWatch, type PairTrouble } from './pair-watch.js';
import { RateControl } from './rate-control.js';
import { UplinkEvidence, heldBackTo, type PairReading } from './uplink-evidence.js';

export interface BudgetWishes {
  /** More would be sent if there were more. */
  readonly isWanted: boolean;
  /** Those for whom only their own way is in the way. */
  readonly narrow: ReadonlySet<string>;
  readonly mostBps: number;
}

const LEAST_BPS = 100_000;
/** The least sound, sent twice, with its headers. */
const LEAST_PAIR_BPS = 44_000;
const LEAST_SHARES: Readonly<Record<PairTrouble, number>> = {
  'new-loss': 0.7,
  late: 0.7,
  loss: 0.6,
  queue: 0.5,
  'heavy-loss': 0,
  bandwidth: 0,
};
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
    const pair = this.#pairs.get(participantId);
    return (pair === undefined ? null : heldBackTo(pair.last.sample.up)) ?? Infinity;
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
      pair.watch.add(reading.sample, reading.plannedBps, nowMs, reading.stalledMs);
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
    const evidence = evidenceOf(all);
    const isNew = congested.some(({ watch }) => watch.trouble === 'new-loss');
    const throughBps = evidence.throughBps(isNew ? NEW_LOSS_SHARE : 1);
    const leastShare = Math.min(...congested.map(({ watch }) => leastShareOf(watch.trouble)));
    const isSpentTooMuch = congested.some(({ watch }) => isLoss(watch.trouble));
    const isDoubtful = congested.every(({ watch }) => watch.trouble === 'late');
    this.#shared.cut(
      { spentBps: evidence.plannedBps, throughBps, leastShare, isSpentTooMuch, isGuarded: evidence.isGuarded, isDoubtful },
      nowMs,
    );
  }

  #growShared(all: readonly Pair[], { isWanted, mostBps }: BudgetWishes, nowMs: number): void {
    // A way that is known to be narrow says nothing of the others.
    const free = all.filter(({ own }) => own === null);
    if (free.some(({ watch }) => watch.state === 'strained' || watch.state === 'congested')) this.#shared.hold();
    else if (free.some(({ watch }) => watch.state === 'clean') && evidenceOf(all).isUsed(this.bps))
      this.#shared.grow({ isWanted, mostBps, ...evidenceOf(all).growth }, nowMs);
  }

  #growOwn(pair: Pair, { narrow }: BudgetWishes, nowMs: number): void {
    const { own, watch, last } = pair;
    if (own === null) return;
    if (watch.state === 'strained') own.hold();
    if (watch.state !== 'clean') return;
    const isWanted = narrow.has(last.participantId);
    own.grow({ ...evidenceOf([pair]).growth, isWanted, mostBps: Infinity }, nowMs);
    if (own.bps >= WIDE_BPS) pair.own = null;
  }
}

function cutOwn(pair: Pair, nowMs: number): void {
  const { last, watch } = pair;
  pair.own ??= new RateControl({ startBps: last.plannedBps, leastBps: LEAST_PAIR_BPS });
  const { trouble } = watch;
  const evidence = evidenceOf([pair]);
  pair.own.cut(
    {
      spentBps: last.plannedBps,
      throughBps: evidence.throughBps(trouble === 'new-loss' ? NEW_LOSS_SHARE : 1),
      leastShare: leastShareOf(trouble),
      isSpentTooMuch: isLoss(trouble),
      isGuarded: evidence.isGuarded,
      isDoubtful: trouble === 'late',
    },
    nowMs,
  );
}

/** How far one cut may go: an encoder that is held back and heavy loss prove that no more comes through. */
function leastShareOf(trouble: PairTrouble | null): number {
  return trouble === null ? 0 : LEAST_SHARES[trouble];
}

function isLoss(trouble: PairTrouble | null): boolean {
  return trouble === 'loss' || trouble === 'new-loss';
}

function evidenceOf(pairs: readonly Pair[]): UplinkEvidence {
  return new UplinkEvidence(pairs.map(({ last }) => last));
}
