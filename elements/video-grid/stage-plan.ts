import { gridBoxes } from './grid-boxes.js';
import { gridCapacity } from './grid-capacity.js';
import type { TileBox } from './tile-box.js';

/** A camera's picture is cut or framed beyond these; a screen is never cut, so it may have any box. */
const WIDEST_CAMERA = 2.4;
const NARROWEST_CAMERA = 0.4;
/** What the pictures in the large boxes are judged by. */
const SCREEN_ASPECT = 16 / 10;
const MIN_CAMERA = 1;
const MAX_CAMERA = 16 / 9;
const MIN_PAIR = 0.9;
const MAX_PAIR = 2.2;

export interface StageOptions {
  readonly area: TileBox;
  readonly gap: number;
  /** Seen large: how many, and whether there is a screen among them. */
  readonly largeCount: number;
  readonly hasScreen: boolean;
  /** Waiting for a place beside them, on all pages together. */
  readonly otherCount: number;
  readonly maxOthers: number;
  /** A column of people beside the large picture, two abreast where they are many, instead of one strip. */
  readonly isSidebar: boolean;
}

export interface StagePlan {
  readonly large: readonly TileBox[];
  /** How many of the others have a place on one page. */
  readonly capacity: number;
  /** Where the others are. */
  readonly strip: TileBox | null;
  /** One box for each of `count` others, at most `capacity`. */
  readonly place: (count: number) => readonly TileBox[];
}

/** Large pictures with the others beside or under them: whichever makes the large ones larger. */
export function planStage(options: StageOptions): StagePlan {
  const [first, ...rest] = stageCandidates(options);
  let best = first as StagePlan;
  for (const plan of rest) if (seenArea(plan, options.hasScreen) > seenArea(best, options.hasScreen)) best = plan;
  return best;
}

/** Every plan that may be chosen, one at least. */
export function stageCandidates(options: StageOptions): readonly StagePlan[] {
  const { otherCount, isSidebar, area } = options;
  if (otherCount === 0) return [{ large: largeBoxes(options, area), capacity: 0, strip: null, place: () => [] }];
  if (isSidebar) return [sidebar(options)];
  return [bottomStrip(options), sideStrip(options)];
}

/** CSS pixels of picture that are seen in the large boxes. */
export function seenArea({ large }: StagePlan, hasScreen: boolean): number {
  return large.reduce((sum, { width, height }, index) => {
    const isScreen = hasScreen && index === 0;
    const least = isScreen ? SCREEN_ASPECT : MIN_CAMERA;
    const most = isScreen ? SCREEN_ASPECT : MAX_CAMERA;
    return sum + Math.min(width, height * most) * Math.min(height, width / least);
  }, 0);
}

function largeBoxes({ largeCount, hasScreen, gap }: StageOptions, area: TileBox): readonly TileBox[] {
  if (largeCount > 1) return gridBoxes({ count: largeCount, width: area.width, height: area.height, gap, minAspect: MIN_PAIR, maxAspect: MAX_PAIR }, area);
  if (hasScreen) return [area];
  const width = Math.floor(Math.min(area.width, area.height * WIDEST_CAMERA));
  const height = Math.floor(Math.min(area.height, area.width / NARROWEST_CAMERA));
  return [{ x: Math.round(area.x + (area.width - width) / 2), y: Math.round(area.y + (area.height - height) / 2), width, height }];
}

function bottomStrip(options: StageOptions): StagePlan {
  const { area, gap, otherCount, maxOthers } = options;
  const thickness = Math.floor(Math.min(area.height / 3, clamp(Math.min(area.height * 0.2, area.width * 0.28), 64, 180)));
  const least = Math.max(88, thickness * 0.95);
  const capacity = fit(area.width, least, gap, Math.min(otherCount, maxOthers));
  const strip = { x: area.x, y: area.y + area.height - thickness, width: area.width, height: thickness };
  const large = largeBoxes(options, { ...area, height: area.height - thickness - gap });
  const place = (count: number): readonly TileBox[] => {
    const width = Math.floor(Math.min((thickness * 16) / 9, (area.width - gap * (capacity - 1)) / capacity));
    const start = strip.x + (area.width - count * width - gap * (count - 1)) / 2;
    return boxes(count, (index) => ({ x: Math.round(start + index * (width + gap)), y: strip.y, width, height: thickness }));
  };
  return { large, capacity, strip, place };
}

function sideStrip(options: StageOptions): StagePlan {
  const { area, gap, otherCount, maxOthers } = options;
  const thickness = Math.floor(Math.min(area.width / 3, clamp(Math.min(area.width * 0.2, area.height * 0.4), 112, 300)));
  const least = (thickness * 9) / 16;
  const capacity = fit(area.height, least, gap, Math.min(otherCount, maxOthers));
  const strip = { x: area.x + area.width - thickness, y: area.y, width: thickness, height: area.height };
  const large = largeBoxes(options, { ...area, width: area.width - thickness - gap });
  const place = (count: number): readonly TileBox[] => {
    const height = Math.floor(Math.min(least, (area.height - gap * (capacity - 1)) / capacity));
    const start = strip.y + (area.height - count * height - gap * (count - 1)) / 2;
    return boxes(count, (index) => ({ x: strip.x, y: Math.round(start + index * (height + gap)), width: thickness, height }));
  };
  return { large, capacity, strip, place };
}

/** In an upright box the column lies under the large picture. */
function sidebar(options: StageOptions): StagePlan {
  const { area, gap, otherCount, maxOthers } = options;
  const isUpright = area.width < area.height * 0.8;
  const size = Math.floor(isUpright ? area.height * 0.36 : Math.min(area.width * 0.35, clamp(area.width * 0.26, 140, 440)));
  const strip = isUpright ? { ...area, y: area.y + area.height - size, height: size } : { ...area, x: area.x + area.width - size, width: size };
  const rest = isUpright ? { ...area, height: area.height - size - gap } : { ...area, width: area.width - size - gap };
  const capacity = gridCapacity({ width: strip.width, height: strip.height, gap, most: Math.min(otherCount, maxOthers) });
  const place = (count: number): readonly TileBox[] => gridBoxes({ count, width: strip.width, height: strip.height, gap }, strip);
  return { large: largeBoxes(options, rest), capacity, strip, place };
}

function fit(length: number, least: number, gap: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor((length + gap) / (least + gap))));
}

function boxes(count: number, at: (index: number) => TileBox): readonly TileBox[] {
  return Array.from({ length: count }, (_, index) => at(index));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
