/** Best first. */
export const QUALITY_LEVELS = ['excellent', 'good', 'fair', 'poor', 'critical'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** One interval of one connection, from differences of `getStats()`; null is unknown, never zero. */
export interface NetworkStats {
  /** Round trip, milliseconds. */
  readonly rtt: number | null;
  /** The worse of both directions, milliseconds. */
  readonly jitter: number | null;
  /** The worse of both directions, percent 0 to 100. */
  readonly packetLoss: number | null;
  /** Sent and received together, bits a second. */
  readonly bandwidth: number | null;
  /** Milliseconds since the epoch, by the statistics' own clock. */
  readonly timestamp: number;
}
