import type { OfferedPicture } from './offered-picture.js';
import { CAMERA_RUNGS, ceilingOfSize } from './send-rungs.js';
import type { SeenSize } from './send-situation.js';

/** How a picture is shown here, in device pixels; nothing is wanted of one that is not shown. */
export interface WantedPicture {
  readonly width: number;
  readonly height: number;
  /** Frames a second; null where it is not known, and not counted. */
  readonly frameRate: number | null;
}

/**
 * What is wanted of a picture that is shown like that and can be `offered` at best. Tiles are filled: what overhangs is cut
 * off. Small pictures are sent with fewer frames, on purpose. Null when it is not shown, or nothing is known of it.
 */
export function wantedPicture(seen: SeenSize | null, offered: OfferedPicture | null): WantedPicture | null {
  if (seen === null || offered === null || !seen.isVisible || !(seen.width > 0 && seen.height > 0)) return null;
  if (!(offered.width > 0 && offered.height > 0)) return null;
  const share = Math.min(1, Math.max(seen.width / offered.width, seen.height / offered.height));
  const [width, height] = [offered.width * share, offered.height * share];
  const usual = ceilingOfSize(CAMERA_RUNGS, Math.max(width, height)).frameRate;
  return { width, height, frameRate: offered.frameRate === null ? null : Math.min(offered.frameRate, usual) };
}
