import type { NetworkStats } from './network-stats.js';

/** What was sent in one interval. Null is unknown, never zero. */
export interface UplinkSample {
  /** Of what was sent, as the other side reports it, percent 0 to 100. */
  readonly lossPercent: number | null;
  /** How many packets the loss is a share of: of few it says little. */
  readonly packetCount: number | null;
  readonly jitterMs: number | null;
  /** Media sent, bits a second. */
  readonly bitrateBps: number | null;
  /** What the browser believes this connection could carry, bits a second; Chromium only. */
  readonly availableBps: number | null;
  /** Shares of the interval, 0 to 1, in which the encoder was held back; the largest of all pictures. Chromium only. */
  readonly bandwidthLimitedShare: number | null;
  readonly processorLimitedShare: number | null;
}

/** What came in one interval. Null is unknown, never zero. */
export interface DownlinkSample {
  readonly lossPercent: number | null;
  /** How many packets the loss is a share of: of few it says little. */
  readonly packetCount: number | null;
  readonly jitterMs: number | null;
  readonly bitrateBps: number | null;
  /** How long sound waits before it is played, milliseconds. */
  readonly playoutDelayMs: number | null;
  /** Share of the sound that was made up because it was missing while somebody spoke, 0 to 1. */
  readonly concealedShare: number | null;
  /** Share of the interval in which a picture that was sent stood still, 0 to 1; the largest of all pictures. */
  readonly frozenShare: number | null;
  /** Share of the frames that came and were not shown because there was no time to, 0 to 1; the largest of all pictures. */
  readonly droppedShare: number | null;
  /** Frames a second that were decoded, and the picture's size in pixels, of the camera. */
  readonly frameRate: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** One interval of one connection, both directions, from differences of two `getStats()` reports. */
export interface ConnectionSample {
  /** What is public of it (requirement A3). */
  readonly network: NetworkStats;
  /** Length of the interval by the statistics' own clock, milliseconds. */
  readonly elapsedMs: number;
  readonly up: UplinkSample;
  readonly down: DownlinkSample;
}
