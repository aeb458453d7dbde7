import type { PictureSize, SeenSize } from './send-situation.js';

/** How a picture is shown here, in device pixels; nothing is wanted of one that is not shown. */
export interface WantedPicture {
  readonly width: number;
  readonly height: number;
  /** Frames a second; null where it is not known, and not counted. */
  readonly frameRate: number | null;
}

/**
 * What is wanted of a picture that is shown like that and comes in `offered` pixels at most. Tiles are filled: what
 * overhangs is cut off. Null when it is not shown, or nothing is known of it.
 */
export function wantedPicture(seen: SeenSize | null, offered: PictureSize | null): WantedPicture | null {
  if (seen === null || offered === null || !seen.isVisible || !(seen.width > 0 && seen.height > 0)) return null;
  if (!(offered.width > 0 && offered.height > 0)) return null;
  const share = Math.min(1, Math.max(seen.width / offered.width, seen.height / offered.height));
  return { width: offered.width * share, height: offered.height * share, frameRate: null };
}
