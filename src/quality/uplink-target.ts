import type { ConnectionSample } from './connection-sample.js';
import { known } from './known.js';

/** Requirement D3: what is sent aims at this share of what is there. */
const AIMED_SHARE = 0.8;
/** From this loss on a sender has too much on the way. */
const HEAVY_LOSS_PERCENT = 10;

/**
 * What this device should send to all others together, bits a second; null when nothing is known. The uplink carries what
 * one connection's estimate says beside all that goes to the others, by the most careful of them; the estimates cannot be
 * added up, for each sees the whole free uplink. With more than 10 % loss p the share 1 - p/2 of it (draft-ietf-rmcat-gcc-02, section 6).
 * @param samples the latest of each connection.
 * @param limitBps set by hand; null is none.
 */
export function uplinkTarget(samples: readonly ConnectionSample[], limitBps: number | null): number | null {
  const sent = known.sum(samples.map(({ up }) => up.bitrateBps)) ?? 0;
  const estimates = samples.flatMap(({ up }) => (up.availableBps === null ? [] : [up.availableBps + sent - (up.bitrateBps ?? 0)]));
  const lossPercent = known.largest(samples.map(({ up }) => up.lossPercent)) ?? 0;
  const through = lossPercent > HEAVY_LOSS_PERCENT ? 1 - lossPercent / 200 : 1;
  const aims = estimates.map((estimate) => AIMED_SHARE * through * estimate);
  if (limitBps !== null) aims.push(limitBps);
  return aims.length === 0 ? null : Math.round(Math.min(...aims));
}
