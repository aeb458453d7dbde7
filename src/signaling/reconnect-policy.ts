const FIRST_DELAYS_MS = [200, 500, 1000] as const;
/** The delay that holds from the given time without a server on, both in milliseconds; the longest time first. */
const LATER_DELAYS_MS = [
  [240_000, 8000],
  [120_000, 4000],
  [0, 1500],
] as const;

export const RECONNECT = {
  /** How often the address may be found taken on coming back, before it counts as lost: the server may notice late. */
  reclaimAttempts: 3,
  /** After those, an address that is ours for life is tried as often. */
  reclaimPeriodMs: 8_000,
  /** How often an endpoint that is not on its first server looks for an earlier one. */
  lookBackMs: 15_000,
  /** How long the line to the server that is left still listens: others may not know yet. */
  leaveListeningMs: 5_000,
} as const;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0) to reach the server again, `offlineMs` after it was lost:
 * 0.2, 0.5, 1, then 1.5 s for two minutes, 4 s for two more, then 8 s. Times 0.5 to 1.5 by chance, so that everybody who
 * lost the same server does not come back at once, and yet everybody within 3 s of its return, most often.
 */
export function reconnectDelayMs(attempt: number, offlineMs: number, random: () => number): number {
  const later = LATER_DELAYS_MS.find(([sinceMs]) => offlineMs >= sinceMs)?.[1] ?? 1500;
  return (FIRST_DELAYS_MS[attempt] ?? later) * spread(random);
}

/** Milliseconds until an endpoint on a later server looks for an earlier one. */
export function lookBackDelayMs(random: () => number): number {
  return RECONNECT.lookBackMs * spread(random);
}

function spread(random: () => number): number {
  return 0.5 + random();
}
