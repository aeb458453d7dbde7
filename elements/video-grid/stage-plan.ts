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

/** Large pictures with the others beside or under them: whichever makes the large ones larger, and of equals the one with room for more. */
export function planStage(options: StageOptions): StagePlan {
  const [first, ...rest] = stageCandidates(options);
  let best = first as StagePlan;
  for (const plan of rest) {
    const gain = seenArea(plan, options.hasScreen) - seenArea(best, options.hasScreen);
    if (gain > 0 || (gain === 0 && plan.capacity > best.capacity)) best = plan;
  }
  return best;
}

/** Every plan that may be chosen, one at least. */
export function stageCandidates(options: StageOptions): readonly StagePlan[] {
  const { otherCount, isSidebar, area } = options;
  if (otherCount === 0) return [{ large: largeBoxes(options, area), capacity: 0, strip: null, place: () => [] }];
  if (isSidebar) return [sidebar(options)];
  const strips = [bottomStrip(options), sideStrip(options)];
  return [...strips, ...strips.flatMap((strip) => grown(options, strip) ?? [])];
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

/** Where not all have a place in the strip, it takes the room that the large pictures cannot use: the black beside them. */
function grown(options: StageOptions, { strip, capacity }: StagePlan): StagePlan | null {
  const { area, otherCount, maxOthers } = options;
  if (strip === null || capacity >= Math.min(otherCount, maxOthers)) return null;
  const isBelow = strip.y > area.y;
  const free = spare(options, isBelow);
  if (free <= (isBelow ? strip.height : strip.width)) return null;
  const plan = tiled(options, free, isBelow);
  return isOutweighed(options, plan) ? null : plan;
}

/** What a large picture leaves of the height of an upright box or of the width of a wide one. */
function spare({ area, gap, largeCount, hasScreen }: StageOptions, isBelow: boolean): number {
  if (largeCount > 1) return 0;
  const least = hasScreen ? SCREEN_ASPECT : MIN_CAMERA;
  const most = hasScreen ? SCREEN_ASPECT : MAX_CAMERA;
  return Math.floor(isBelow ? area.height - gap - area.width / least : area.width - gap - area.height * most);
}

/** In an upright box the column lies under the large picture. */
function sidebar(options: StageOptions): StagePlan {
  const { area, largeCount } = options;
  const isBelow = area.width < area.height * 0.8;
  const least = isBelow ? area.height * (largeCount > 1 ? 0.24 : 0.32) : Math.min(area.width * 0.35, clamp(area.width * 0.26, 140, 440));
  const plan = tiled(options, Math.floor(least), isBelow);
  const wider = tiled(options, Math.floor(Math.max(least, spare(options, isBelow))), isBelow);
  return isOutweighed(options, wider) ? plan : wider;
}

/** Whether one of the others comes too near to the size of a large one. */
function isOutweighed({ hasScreen, largeCount, otherCount, maxOthers }: StageOptions, plan: StagePlan): boolean {
  const onLastPage = Math.min(otherCount, maxOthers) % plan.capacity || plan.capacity;
  const [box] = plan.place(onLastPage);
  return box !== undefined && box.width * box.height * 1.5 > seenArea(plan, hasScreen) / largeCount;
}

/** The others as a grid of their own, of that height under the large pictures or that width beside them. */
function tiled(options: StageOptions, size: number, isBelow: boolean): StagePlan {
  const { area, gap, otherCount, maxOthers } = options;
  const strip = isBelow ? { ...area, y: area.y + area.height - size, height: size } : { ...area, x: area.x + area.width - size, width: size };
  const rest = isBelow ? { ...area, height: area.height - size - gap } : { ...area, width: area.width - size - gap };
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
