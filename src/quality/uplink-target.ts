import type { ConnectionSample } from './connection-sample.js';
import { known } from './known.js';

/** What is sent aims at this share of what is measured to be there (requirement D3). */
export const AIM_SHARE = 0.8;
/** With more loss than this a sender has too much on the way (draft-ietf-rmcat-gcc-02, section 6). */
export const BAD_LOSS_PERCENT = 10;

/**
 * What this device should send to all others together, bits a second; null when nothing is known. The uplink carries what
 * one connection's estimate says beside all that goes to the others, by the most careful of them; the estimates cannot be
 * added up, for each sees the whole free uplink. With bad loss p the share 1 - p/2 of it (section 6 of the same draft).
 * @param samples the latest of each connection.
 * @param limitBps set by hand; null is none.
 */
export function uplinkTarget(samples: readonly ConnectionSample[], limitBps: number | null): number | null {
  const sent = known.sum(samples.map(({ up }) => up.bitrateBps)) ?? 0;
  const estimates = samples.flatMap(({ up }) => (up.availableBps === null ? [] : [up.availableBps + sent - (up.bitrateBps ?? 0)]));
  const lossPercent = known.largest(samples.map(({ up }) => up.lossPercent)) ?? 0;
  const through = lossPercent > BAD_LOSS_PERCENT ? 1 - lossPercent / 200 : 1;
  const aims = estimates.map((estimate) => AIM_SHARE * through * estimate);
  if (limitBps !== null) aims.push(limitBps);
  return aims.length === 0 ? null : Math.round(Math.min(...aims));
}
