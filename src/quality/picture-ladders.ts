import { CAMERA_RUNGS, SCREEN_RUNGS, SIGNING_RUNGS, buildLadder, ceilingOfSize, lowest, type Ceiling, type Rung } from './send-rungs.js';
import type { Encoding, PictureSize, SeenSize } from './send-situation.js';
import type { CameraRungName, ScreenRungName } from './send-step.js';

/** Letters on a screen that is shown small are not to be blurred beyond this share of its bits. */
const LEAST_SCREEN_SHARE = 0.15;

export const OFF: Encoding = Object.freeze({ maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null, isOff: true });

/** The ways to send the camera to one who shows it like that, best first: never more than is captured or seen. */
export function cameraLadder(
  captured: PictureSize,
  seen: SeenSize | null,
  ceilings: readonly Ceiling[],
  isSigning: boolean,
): readonly Rung<CameraRungName>[] {
  const rungs = isSigning ? SIGNING_RUNGS : CAMERA_RUNGS;
  const capturedSide = longSideOf(captured);
  const all = [...ceilings];
  if (capturedSide > 0) all.push(ceilingOfSize(rungs, capturedSide));
  if (isKnown(seen)) {
    // Tiles are filled: what overhangs is cut off.
    const share = isKnown(captured) ? Math.max(seen.width / captured.width, seen.height / captured.height) : 1;
    const side = isKnown(captured) ? capturedSide * share : longSideOf(seen);
    if (capturedSide === 0 || side < capturedSide) all.push(ceilingOfSize(rungs, Math.ceil(side)));
  }
  return buildLadder(rungs, lowest(all));
}

/** The ways to send a screen: its size is what is captured or seen, its pace is what falls. */
export function screenLadder(captured: PictureSize, seen: SeenSize | null, ceilings: readonly Ceiling[]): readonly Rung<ScreenRungName>[] {
  const share = Math.max(LEAST_SCREEN_SHARE, seenShare(captured, seen) ** 2);
  return buildLadder(SCREEN_RUNGS, lowest(ceilings)).map((rung) => ({
    ...rung,
    bitrateBps: Math.round(rung.bitrateBps * share),
    leastBps: Math.round(rung.leastBps * share),
  }));
}

export function cameraEncoding(rung: Rung, bitrateBps: number, captured: PictureSize | null): Encoding {
  const side = captured === null ? 0 : longSideOf(captured);
  return {
    maxBitrateBps: Math.round(bitrateBps),
    maxFrameRate: rung.frameRate,
    // A picture is never blown up.
    scaleDownBy: side === 0 || rung.longSide === Infinity ? null : Math.max(1, side / rung.longSide),
  };
}

export function screenEncoding(rung: Rung, bitrateBps: number, captured: PictureSize, seen: SeenSize | null): Encoding {
  const share = seenShare(captured, seen);
  return {
    maxBitrateBps: Math.round(bitrateBps),
    maxFrameRate: rung.frameRate,
    scaleDownBy: share < 1 ? 1 / share : null,
  };
}

/** Less of a source at most, the rest as the browser likes. */
export function boundOf({ longSide, frameRate, bitrateBps }: Ceiling, captured: PictureSize | null): Encoding {
  const side = captured === null ? 0 : longSideOf(captured);
  return {
    maxBitrateBps: orNull(bitrateBps),
    maxFrameRate: orNull(frameRate),
    scaleDownBy: side === 0 || longSide === Infinity ? null : Math.max(1, side / longSide),
  };
}

function orNull(value: number): number | null {
  return value === Infinity ? null : value;
}

/** A screen is shown whole. */
function seenShare(captured: PictureSize, seen: SeenSize | null): number {
  if (!isKnown(captured) || !isKnown(seen)) return 1;
  return Math.min(1, Math.min(seen.width / captured.width, seen.height / captured.height));
}

function longSideOf({ width, height }: PictureSize): number {
  return Math.max(width, height);
}

function isKnown<Size extends PictureSize>(size: Size | null): size is Size {
  return size !== null && size.width > 0 && size.height > 0;
}
