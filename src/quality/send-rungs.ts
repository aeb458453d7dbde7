import type { CameraRungName, ScreenRungName } from './send-step.js';

/** One way to send a picture. */
export interface Rung<Name extends string = string> {
  readonly name: Name;
  /** The most pixels of the longer side; Infinity is the captured size. */
  readonly longSide: number;
  readonly frameRate: number;
  readonly bitrateBps: number;
  /** With less than this, bits a second, the next smaller rung looks better. */
  readonly leastBps: number;
}

/** The most of a picture, each on its own. */
export type Ceiling = Omit<Rung, 'name' | 'leastBps'>;

const NO_CEILING: Ceiling = Object.freeze({ longSide: Infinity, frameRate: Infinity, bitrateBps: Infinity });

/**
 * Best first. Rates of VP8, between what libwebrtc allows a size at most (`kSimulcastFormatsVP8`) and what LiveKit's presets
 * use. `leastBps` is where an encoder gives up either frames or sharpness.
 */
export const CAMERA_RUNGS: readonly Rung<CameraRungName>[] = [
  { name: '1080p', longSide: 1920, frameRate: 30, bitrateBps: 2_500_000, leastBps: 1_500_000 },
  { name: '720p', longSide: 1280, frameRate: 30, bitrateBps: 1_700_000, leastBps: 850_000 },
  { name: '480p', longSide: 854, frameRate: 25, bitrateBps: 800_000, leastBps: 420_000 },
  { name: '360p', longSide: 640, frameRate: 20, bitrateBps: 450_000, leastBps: 200_000 },
  { name: '180p', longSide: 320, frameRate: 15, bitrateBps: 160_000, leastBps: 75_000 },
];

/** Sign language is read from movement: at least 20 frames a second and 320×240 (EN 301 549 section 6.5). */
export const SIGNING_RUNGS: readonly Rung<CameraRungName>[] = [
  { name: '1080p', longSide: 1920, frameRate: 30, bitrateBps: 2_500_000, leastBps: 1_600_000 },
  { name: '720p', longSide: 1280, frameRate: 30, bitrateBps: 1_700_000, leastBps: 950_000 },
  { name: '480p', longSide: 854, frameRate: 30, bitrateBps: 900_000, leastBps: 500_000 },
  { name: '360p', longSide: 640, frameRate: 25, bitrateBps: 500_000, leastBps: 260_000 },
  { name: '240p', longSide: 426, frameRate: 20, bitrateBps: 280_000, leastBps: 120_000 },
];
export const SIGNING_LEAST_FRAME_RATE = 20;

/** What is on a screen is read: its size stays, its pace falls. */
export const SCREEN_RUNGS: readonly Rung<ScreenRungName>[] = [
  { name: '30fps', longSide: Infinity, frameRate: 30, bitrateBps: 2_500_000, leastBps: 1_600_000 },
  { name: '15fps', longSide: Infinity, frameRate: 15, bitrateBps: 1_500_000, leastBps: 700_000 },
  { name: '5fps', longSide: Infinity, frameRate: 5, bitrateBps: 700_000, leastBps: 250_000 },
  { name: '3fps', longSide: Infinity, frameRate: 3, bitrateBps: 250_000, leastBps: 100_000 },
];

const SMALLEST_BPS = 60_000;

/** The most of each member. */
export function lowest(ceilings: readonly Ceiling[]): Ceiling {
  return ceilings.reduce(
    (all, one) => ({
      longSide: Math.min(all.longSide, one.longSide),
      frameRate: Math.min(all.frameRate, one.frameRate),
      bitrateBps: Math.min(all.bitrateBps, one.bitrateBps),
    }),
    NO_CEILING,
  );
}

/** What a camera picture of that many pixels on its longer side is worth, whatever it could have. */
export function ceilingOfSize(rungs: readonly Rung[], longSide: number): Ceiling {
  const index = Math.max(
    0,
    rungs.findLastIndex((rung) => rung.longSide >= longSide),
  );
  const rung = rungs[index];
  if (rung === undefined) return NO_CEILING;
  if (longSide >= rung.longSide) return rung;
  const smaller = rungs[index + 1]?.bitrateBps ?? SMALLEST_BPS;
  const scaled = rung.bitrateBps * (longSide / rung.longSide) ** 2;
  return { longSide, frameRate: rung.frameRate, bitrateBps: Math.round(Math.max(scaled, smaller)) };
}

/** The ways that stay under `most`, best first: the first is as much of every member as is allowed. */
export function buildLadder<Name extends string>(rungs: readonly Rung<Name>[], most: Ceiling): readonly Rung<Name>[] {
  const longest = Math.min(most.longSide, rungs[0]?.longSide ?? 0);
  const fastest = Math.min(most.frameRate, rungs[0]?.frameRate ?? 0);
  const index = rungs.findLastIndex((rung) => rung.longSide >= longest && rung.frameRate >= fastest);
  const from = rungs[index];
  if (from === undefined) return [];
  const bitrateBps = Math.min(from.bitrateBps, most.bitrateBps);
  const longSide = Math.min(from.longSide, most.longSide);
  const frameRate = Math.min(from.frameRate, most.frameRate);
  const top: Rung<Name> = {
    name: nameOf(rungs, longSide, from.name),
    longSide,
    frameRate,
    bitrateBps,
    leastBps: Math.min(from.leastBps, bitrateBps / 2),
  };
  const below = rungs
    .slice(index + 1)
    .filter((rung) => rung.longSide < longSide || (rung.longSide === longSide && rung.frameRate < frameRate))
    .map((rung) => capped(rung, most, bitrateBps))
    .filter((rung) => rung.leastBps < top.leastBps);
  return [top, ...below];
}

function capped<Name extends string>(rung: Rung<Name>, most: Ceiling, topBps: number): Rung<Name> {
  const bitrateBps = Math.min(rung.bitrateBps, topBps);
  return {
    ...rung,
    frameRate: Math.min(rung.frameRate, most.frameRate),
    bitrateBps,
    leastBps: Math.min(rung.leastBps, bitrateBps / 2),
  };
}

/** A picture is called by the smallest usual size that holds it. */
function nameOf<Name extends string>(rungs: readonly Rung<Name>[], longSide: number, otherwise: Name): Name {
  if (longSide === Infinity) return otherwise;
  return rungs.findLast((rung) => rung.longSide >= longSide)?.name ?? otherwise;
}
