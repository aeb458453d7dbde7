const DELAYS_MS = [200, 500, 1000, 2000, 4000, 8000] as const;
const LONGEST_DELAY_MS = 8000;

/** How often the address may be found taken on coming back, before it counts as lost: the server may notice late. */
export const RECLAIM_ATTEMPTS = 3;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0) to reach the server again: 0.2, 0.5, 1, 2, 4, then 8 s,
 * times 0.5 to 1.5 by chance, so that everybody who lost the same server does not come back at once.
 */
export function reconnectDelayMs(attempt: number, random: () => number): number {
  return (DELAYS_MS[attempt] ?? LONGEST_DELAY_MS) * (0.5 + random());
}
