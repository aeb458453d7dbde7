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
/** Under a large picture the others may be square: with that they fill their room. */
const SQUARE = 1;
/** Each try leaves the others this share of the room of the one before. */
const SHRINK = 0.85;
/** The border that the visitor moves leaves the smaller side this much, and the large one this share at least. CSS pixels. */
const LEAST_STRIP = 72;
/** Along less than this there is nothing to choose. CSS pixels. */
const LEAST_LENGTH = 320;
const LEAST_SHARE = 0.25;

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
  /** The share of the height, or of the width, that the visitor gave to the large pictures; 0 to 1, missing: as it fits best. */
  readonly shares?: StageShares;
}

/** Of the height where the others are below, of the width where they are beside. */
export interface StageShares {
  readonly below?: number;
  readonly beside?: number;
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

/** The border between the large pictures and the others, as shares of the height or width. */
export interface StageSplit {
  readonly isBelow: boolean;
  readonly share: number;
  readonly least: number;
  readonly most: number;
}

/** Large pictures with the others beside or under them: whichever makes the large ones larger, and of equals the one with room for more. */
export function planStage(options: StageOptions): StagePlan {
  const [first, ...rest] = stageCandidates(options);
  let best = first as StagePlan;
  for (const plan of rest) {
    const gain = seenArea(plan, options.hasScreen) - seenArea(best, options.hasScreen);
    const isRoomier = plan.capacity === best.capacity ? othersArea(plan) > othersArea(best) : plan.capacity > best.capacity;
    if (gain > 0 || (gain === 0 && isRoomier)) best = plan;
  }
  return shared(options, best) ?? best;
}

/** Where the border of a plan is, and how far it may go; null where there is none. */
export function splitOf({ area, gap }: StageOptions, { strip }: StagePlan): StageSplit | null {
  if (strip === null) return null;
  const isBelow = strip.y > area.y;
  const length = isBelow ? area.height : area.width;
  const most = 1 - (LEAST_STRIP + gap) / length;
  if (length < LEAST_LENGTH) return null;
  const share = (isBelow ? strip.y - area.y - gap : strip.x - area.x - gap) / length;
  return { isBelow, share: clamp(share, LEAST_SHARE, most), least: LEAST_SHARE, most };
}

/** The plan with its border where the visitor put it. */
function shared(options: StageOptions, plan: StagePlan): StagePlan | null {
  const split = splitOf(options, plan);
  const share = split?.isBelow === true ? options.shares?.below : options.shares?.beside;
  if (split === null || share === undefined) return null;
  const length = split.isBelow ? options.area.height : options.area.width;
  return tiled(options, Math.round(length * (1 - clamp(share, split.least, split.most)) - options.gap), split.isBelow);
}

function othersArea({ place, capacity }: StagePlan): number {
  return place(capacity).reduce((sum, { width, height }) => sum + width * height, 0);
}

/** Every plan that may be chosen, one at least. */
export function stageCandidates(options: StageOptions): readonly StagePlan[] {
  const { otherCount, isSidebar, area } = options;
  if (otherCount === 0) return [{ large: largeBoxes(options, area), capacity: 0, strip: null, place: () => [] }];
  if (isSidebar) return [joined(options, sidebar(options))];
  const strips = [bottomStrip(options), sideStrip(options)];
  return [...strips, ...strips.flatMap((strip) => grown(options, strip) ?? [])].map((plan) => joined(options, plan));
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

/** The strip takes the room that the large pictures cannot use, where not all have a place in it or where that room stays empty: beside a screen. */
function grown(options: StageOptions, { strip, capacity }: StagePlan): StagePlan | null {
  const { area, otherCount, maxOthers, hasScreen } = options;
  if (strip === null || (!hasScreen && capacity >= Math.min(otherCount, maxOthers))) return null;
  const isBelow = strip.y > area.y;
  const least = isBelow ? strip.height : strip.width;
  const from = spare(options, isBelow);
  const plan = from > least ? fitting(options, { from, least: hasScreen ? least : from, isBelow }) : null;
  return plan !== null && plan.capacity >= capacity ? plan : null;
}

/** As much room for the others as leaves the large ones larger. */
function fitting(options: StageOptions, { from, least, isBelow }: { readonly from: number; readonly least: number; readonly isBelow: boolean }): StagePlan | null {
  for (let size = from; size >= least; size = Math.floor(size * SHRINK)) {
    const plan = tiled(options, size, isBelow);
    if (!isOutweighed(options, plan)) return plan;
  }
  return null;
}

/** Under one screen in an upright box there is no black: it is as high as it is seen, and the others follow at once. What is left is above and below both. */
function joined(options: StageOptions, plan: StagePlan): StagePlan {
  const { area, gap, largeCount, hasScreen } = options;
  const { strip, capacity, place } = plan;
  const [large] = plan.large;
  if (!hasScreen || largeCount > 1 || strip === null || large === undefined || strip.y === area.y) return plan;
  const height = Math.min(large.height, Math.ceil(large.width / SCREEN_ASPECT));
  const others = place(capacity);
  const top = Math.min(...others.map(({ y }) => y));
  const used = Math.max(...others.map((box) => box.y + box.height)) - top;
  const start = area.y + Math.floor((area.height - height - gap - used) / 2);
  const by = start + height + gap - top;
  return {
    large: [{ ...large, y: start, height }],
    capacity,
    strip: { ...strip, y: start + height + gap, height: used },
    place: (count) => place(count).map((box) => ({ ...box, y: box.y + by })),
  };
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
  const { area, largeCount, hasScreen } = options;
  const isBelow = area.width < area.height * 0.8;
  const least = isBelow ? area.height * (largeCount > 1 ? 0.24 : 0.32) : Math.min(area.width * 0.35, clamp(area.width * 0.26, 140, 440));
  const from = Math.floor(Math.max(least, spare(options, isBelow)));
  return fitting(options, { from, least: hasScreen && isBelow ? LEAST_STRIP : from, isBelow }) ?? tiled(options, Math.floor(least), isBelow);
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
  const minAspect = isBelow ? SQUARE : 4 / 3;
  const place = (count: number): readonly TileBox[] => gridBoxes({ count, width: strip.width, height: strip.height, gap, minAspect }, strip);
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
