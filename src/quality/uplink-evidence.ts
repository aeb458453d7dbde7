import type { ConnectionSample, UplinkSample } from './connection-sample.js';
import { HELD_BACK_SHARE } from './pair-watch.js';
import { SPEND_SHARE, type Growth } from './rate-control.js';

/** One participant's sample, with what could be sent there meanwhile. */
export interface PairReading {
  readonly participantId: string;
  readonly sample: ConnectionSample;
  readonly plannedBps: number;
  /** Of that, for pictures. */
  readonly picturesBps: number;
  /** By how much this device got to its work late, milliseconds. */
  readonly stalledMs: number;
}

/** Of what is planned. */
const USED_SHARE = 0.7;
/** Of what may be spent. */
const SPENT_SHARE = 0.6;

/** What the last readings of some ways say together of what the uplink carries. */
export class UplinkEvidence {
  readonly #readings: readonly PairReading[];

  constructor(readings: readonly PairReading[]) {
    this.#readings = readings;
  }

  get plannedBps(): number {
    return this.#sum(({ plannedBps }) => plannedBps);
  }

  /** The browser says what fits, and holds pictures back itself. */
  get isGuarded(): boolean {
    return this.#provenBps !== null && this.#readings.some(({ picturesBps }) => picturesBps > 0);
  }

  get growth(): Pick<Growth, 'provenBps' | 'throughBps' | 'isGuarded'> {
    return {
      provenBps: this.#provenBps,
      throughBps: this.throughBps(),
      isGuarded: this.#readings.some(({ picturesBps }) => picturesBps > 0),
    };
  }

  /** What may be sent is sent, or could be as far as the browser knows: otherwise that all is well says nothing of more. */
  isUsed(budgetBps: number): boolean {
    // Pictures climb slowly: the budget waits for them, but where there are none yet.
    if (this.#sum(({ picturesBps }) => picturesBps) <= 0) return true;
    const { plannedBps } = this;
    if (plannedBps < budgetBps * SPEND_SHARE * SPENT_SHARE) return false;
    const sentBps = this.#sum(({ sample, plannedBps: planned }) => sample.up.bitrateBps ?? planned);
    return sentBps >= plannedBps * USED_SHARE || (this.#provenBps ?? 0) >= plannedBps;
  }

  /** What came through, each way's counted as `share` of it; null when one is unknown. */
  throughBps(share = 1): number | null {
    return this.#readings.reduce<number | null>((sum, reading) => {
      const through = throughOf(reading);
      return sum === null || through === null ? null : sum + through * share;
    }, 0);
  }

  /** What the uplink carries by the most careful of the browser's estimates: one way's, with all that the others sent beside it. */
  get #provenBps(): number | null {
    const sent = this.#sum(({ sample }) => sample.up.bitrateBps ?? 0);
    let least: number | null = null;
    for (const { availableBps, bitrateBps } of this.#readings.map(({ sample }) => sample.up)) {
      if (availableBps === null || bitrateBps === null) return null;
      const together = availableBps + sent - bitrateBps;
      least = least === null ? together : Math.min(least, together);
    }
    return least;
  }

  #sum(of: (reading: PairReading) => number): number {
    return this.#readings.reduce((all, reading) => all + of(reading), 0);
  }
}

/** What the browser believes a way carries, bits a second, while it holds an encoder back to that; null while it does not. */
export function heldBackTo({ bandwidthLimitedShare, availableBps }: UplinkSample): number | null {
  return (bandwidthLimitedShare ?? 0) > HELD_BACK_SHARE ? availableBps : null;
}

/** What arrived of what was sent, bits a second; no less than what the browser believes of an encoder that it holds back. */
function throughOf({ sample: { up }, plannedBps }: PairReading): number | null {
  if (up.bitrateBps === null) return null;
  const arrivedBps = up.bitrateBps * (1 - (up.lossPercent ?? 0) / 100);
  return Math.max(arrivedBps, Math.min(heldBackTo(up) ?? 0, plannedBps));
}
