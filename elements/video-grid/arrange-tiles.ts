import type { SelfView } from '../../src/call/call.js';
import type { Layout } from '../../src/call/call-options.js';
import type { Arrangement } from './arrangement.js';
import { chooseLarge } from './choose-large.js';
import { cornerBox, type Corner } from './corner-box.js';
import { gridBoxes } from './grid-boxes.js';
import { gridCapacity } from './grid-capacity.js';
import { planStage, splitOf, type StageShares, type StageSplit } from './stage-plan.js';
import type { TileBox } from './tile-box.js';
import type { TileEntry } from './tile-entry.js';

const TINY_WIDTH = 280;
const TINY_HEIGHT = 160;
/** Low, but so wide that several faces stand side by side. */
const STRIP_ASPECT = 3.5;
/** Under these the one other of two has the box for themselves, whatever the layout. */
const SMALL_WIDTH = 640;
const SMALL_HEIGHT = 360;
const BAR_SIZE = 40;
/** Lower boxes have no room for a bar under the tiles. */
const LOW_HEIGHT = 260;
/** In lower boxes that are wide it stands beside them: a phone held sideways. */
const SHALLOW_HEIGHT = 480;
const SHALLOW_ASPECT = 1.4;

export interface ArrangeOptions {
  /** Who may be shown, own camera first, the others in the order of their seats. */
  readonly entries: readonly TileEntry[];
  readonly layout: Layout;
  readonly selfView: SelfView;
  readonly pinned: readonly string[];
  readonly spotlightId: string | null;
  /** Who speaks now or spoke last. */
  readonly speakerId: string | null;
  readonly isAlone: boolean;
  readonly maxTiles: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly pageIndex: number;
  /** A further page that comes into sight: the one before (-1) or after (1). */
  readonly peek: -1 | 0 | 1;
  readonly hasNote: boolean;
  /** Width ÷ height that the page insists on; null leaves 4:3 to 16:9. */
  readonly aspect: number | null;
  readonly corner: Corner;
  /** What lies over the grid, in its coordinates. */
  readonly obstacles: readonly TileBox[];
  /** Where the visitor put the border of the large ones. */
  readonly shares?: StageShares;
}

export type BarPlace = 'none' | 'bottom' | 'end' | 'over';

export interface FullArrangement extends Arrangement {
  readonly large: readonly TileEntry[];
  readonly isSpeakers: boolean;
  /** This page of the equal tiles: the grid, or the strip beside the large ones. */
  readonly others: readonly TileEntry[];
  /** Keys of the first page, where recent speakers are brought to. */
  readonly firstPage: readonly string[];
  readonly pageIndex: number;
  readonly pageCount: number;
  readonly bar: BarPlace;
  /** The border between the large ones and the others, and the gap that it is in; null where there is none. */
  readonly split: (StageSplit & { readonly gap: TileBox; readonly length: number }) | null;
}

/** Decides which tile goes where in a box of that size. */
export function arrangeTiles(options: ArrangeOptions): FullArrangement {
  const { width, height, gap, hasNote } = options;
  const whole = arrangeIn(options, { x: 0, y: 0, width, height }, 'none');
  if (whole.pageCount === 1 && !hasNote) return whole;
  if (height < SHALLOW_HEIGHT && width >= height * SHALLOW_ASPECT) return arrangeIn(options, { x: 0, y: 0, width: width - BAR_SIZE - gap, height }, 'end');
  if (height >= LOW_HEIGHT) return arrangeIn(options, { x: 0, y: 0, width, height: height - BAR_SIZE - gap }, 'bottom');
  return { ...whole, bar: 'over' };
}

function arrangeIn(options: ArrangeOptions, area: TileBox, bar: BarPlace): FullArrangement {
  const { entries, selfView, width, height, gap, maxTiles, peek } = options;
  const isStrip = height < TINY_HEIGHT && width > height * STRIP_ASPECT;
  const isTiny = width < TINY_WIDTH || (height < TINY_HEIGHT && !isStrip);
  const own = entries.find((entry) => entry.isLocal && entry.source === 'camera') ?? null;
  const seen = selfView === 'hidden' ? entries.filter((entry) => entry !== own) : entries;
  const rest = entries.filter((entry) => entry !== own);
  const isPair = !isStrip && rest.length === 1 && rest[0]?.source === 'camera';
  const isSmall = width < SMALL_WIDTH || height < SMALL_HEIGHT;
  const isPairLarge = isPair && (options.layout !== 'grid' || isSmall || selfView !== 'tile');
  const { large, isSpeakers } = chooseLarge({ ...options, entries: seen, isTiny, isPairLarge });
  const isOwnLarge = own !== null && large.includes(own);
  // It would hide half of what is to be read.
  const isInTheWay = isTiny && large[0]?.source === 'screen';
  const hasPlaceOver = isTiny || selfView === 'floating' || (rest.length === 0 && options.isAlone) || isPairLarge;
  const thumbnail = own !== null && selfView !== 'hidden' && !isOwnLarge && hasPlaceOver && !isInTheWay ? own : null;
  const waiting = isTiny && large.length > 0 ? [] : seen.filter((entry) => entry !== thumbnail && !large.includes(entry));
  const ordered = [...waiting].sort((a, b) => rank(a, options.pinned) - rank(b, options.pinned));
  const most = Math.max(1, maxTiles - large.length);

  const boxes = new Map<string, TileBox>();
  const stage = { area, gap, largeCount: large.length, hasScreen: large[0]?.source === 'screen', otherCount: ordered.length, maxOthers: most, isSidebar: options.layout === 'sidebar', shares: options.shares ?? {} };
  const plan = large.length === 0 ? null : planStage(stage);
  const split = plan && splitOf(stage, plan);
  const capacity = plan ? Math.max(1, plan.capacity) : gridCapacity({ width: area.width, height: area.height, gap, most: Math.min(most, Math.max(1, ordered.length)) });
  const fixed = options.aspect === null ? {} : { minAspect: options.aspect, maxAspect: options.aspect };
  const placed = (count: number): readonly TileBox[] => plan?.place(count) ?? gridBoxes({ count, width: area.width, height: area.height, gap, ...fixed }, area);
  const pageCount = Math.max(1, Math.ceil(ordered.length / capacity));
  const pageIndex = Math.min(Math.max(0, options.pageIndex), pageCount - 1);
  const page = (index: number): readonly TileEntry[] => ordered.slice(index * capacity, (index + 1) * capacity);
  const others = page(pageIndex);
  put(boxes, large, plan?.large ?? []);
  put(boxes, others, others.length > 0 ? placed(others.length) : []);
  const next = peek === 0 ? [] : page(pageIndex + peek);
  if (next.length > 0) put(boxes, next, placed(next.length).map((box) => ({ ...box, x: box.x + peek * (width + gap) })));
  const free = plan?.strip ? stageArea(area, plan.strip, gap) : area;
  if (thumbnail !== null) boxes.set(thumbnail.key, cornerBox({ area: free, gap, corner: options.corner, obstacles: options.obstacles }));
  return {
    boxes,
    thumbnailKey: thumbnail?.key ?? null,
    large,
    isSpeakers,
    others,
    firstPage: page(0).map(({ key }) => key),
    pageIndex,
    pageCount,
    bar,
    split: split && plan?.strip ? { ...split, gap: gapBefore(plan.strip, split.isBelow, gap), length: split.isBelow ? area.height : area.width } : null,
  };
}

function gapBefore(strip: TileBox, isBelow: boolean, gap: number): TileBox {
  return isBelow ? { ...strip, y: strip.y - gap, height: gap } : { ...strip, x: strip.x - gap, width: gap };
}

/** The own picture floats over the large ones, never over a face in the strip. */
function stageArea(area: TileBox, strip: TileBox, gap: number): TileBox {
  return strip.x > area.x ? { ...area, width: strip.x - area.x - gap } : { ...area, height: strip.y - area.y - gap };
}

function put(boxes: Map<string, TileBox>, entries: readonly TileEntry[], places: readonly TileBox[]): void {
  for (const [index, entry] of entries.entries()) {
    const box = places[index];
    if (box !== undefined) boxes.set(entry.key, box);
  }
}

function rank(entry: TileEntry, pinned: readonly string[]): number {
  if (pinned.includes(entry.participantId)) return 0;
  return entry.source === 'screen' ? 1 : 2;
}
