import type { DownlinkSample } from './connection-sample.js';
import type { WantedPicture } from './wanted-picture.js';

export type SeenStats = Pick<DownlinkSample, 'frozenShare' | 'frameRate' | 'width' | 'height'>;

/** Points a share of the time that stands still, and points for half the frames or half the size of what was wanted. */
const FROZEN_POINTS = 400;
const HALVED_POINTS = 35;

/**
 * How well one is seen, 0 to 100 each; null is unknown, and not counted. Engineering choices, in the shape of what
 * media servers use (a picture a layer smaller costs the same at every size), not a standard's. Never better for a longer
 * freeze, fewer frames or fewer pixels.
 */
export const videoScore = {
  freezes({ frozenShare }: SeenStats): number | null {
    return frozenShare === null ? null : atLeastZero(100 - FROZEN_POINTS * frozenShare);
  },

  frameRate({ frameRate }: SeenStats, wanted: WantedPicture | null): number | null {
    return wanted === null ? null : scoreOfShare(frameRate, wanted.frameRate);
  },

  /** By the side of a square of as many pixels, so that it does not matter how the picture is turned or cut. */
  size({ width, height }: SeenStats, wanted: WantedPicture | null): number | null {
    if (wanted === null || width === null || height === null) return null;
    return scoreOfShare(Math.sqrt(width * height), Math.sqrt(wanted.width * wanted.height));
  },
} as const;

function scoreOfShare(actual: number | null, expected: number | null): number | null {
  if (actual === null || expected === null || !(expected > 0)) return null;
  return actual <= 0 ? 0 : atLeastZero(100 - HALVED_POINTS * Math.max(0, Math.log2(expected / actual)));
}

function atLeastZero(score: number): number {
  return Math.max(0, score);
}
