import type { Layout } from '../../src/call/call-options.js';
import type { TileEntry } from './tile-entry.js';
import { layoutTiles } from './tile-layout.js';

/** Under this a face cannot be read: further tiles go to further pages. CSS pixels. */
const MIN_TILE_WIDTH = 112;
const MIN_TILE_HEIGHT = 63;
const TINY_WIDTH = 280;
const TINY_HEIGHT = 160;
/** Low, but so wide that several faces stand side by side. */
const STRIP_ASPECT = 3.5;
/** Two pinned people (a speaker and an interpreter) and one screen are seen large together. */
const MAX_STAGE_PINNED = 2;
const STRIP_TILE = { width: 104, height: 72 };

export interface ArrangeOptions {
  readonly entries: readonly TileEntry[];
  readonly layout: Layout;
  readonly pinned: readonly string[];
  /** Who speaks now or spoke last. */
  readonly speakerId: string | null;
  readonly maxTiles: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly pageIndex: number;
}

export interface Arrangement {
  /** Seen large. */
  readonly stage: readonly TileEntry[];
  /** This page of the equal tiles: the grid, or the strip beside a stage. */
  readonly others: readonly TileEntry[];
  /** The own picture in the corner. */
  readonly thumbnail: TileEntry | null;
  readonly pageIndex: number;
  readonly pageCount: number;
}

/** Decides which tile goes where in a box of that size. */
export function arrangeTiles(options: ArrangeOptions): Arrangement {
  const { entries, layout, pinned, width, height, maxTiles } = options;
  const isStrip = height < TINY_HEIGHT && width > height * STRIP_ASPECT;
  const isTiny = width < TINY_WIDTH || (height < TINY_HEIGHT && !isStrip);
  const self = entries.find((entry) => entry.isLocal && entry.source === 'camera') ?? null;
  const rest = entries.filter((entry) => entry !== self);
  const stage = chooseStage(options, self, rest, { isTiny, isStrip });
  const isSelfOnStage = self !== null && stage.includes(self);
  const isSpotlight = isTiny || layout === 'speaker';
  const waiting = rest.filter((entry) => !stage.includes(entry));
  const isFloating = !isSelfOnStage && (isSpotlight || rest.length === 0 || (stage.length > 0 && waiting.length === 0 && stage.every((entry) => entry.source === 'camera')));
  const thumbnail = isFloating ? self : null;
  const all = isSpotlight && stage.length > 0 ? [] : isFloating || isSelfOnStage || self === null ? waiting : [self, ...waiting];
  const ordered = [...all].sort((a, b) => rank(a, pinned) - rank(b, pinned));
  const room = Math.max(1, maxTiles - stage.length);
  const capacity = Math.min(room, stage.length > 0 ? stripCapacity(width, height, options.gap) : gridCapacity(options));
  const pageCount = Math.max(1, Math.ceil(ordered.length / capacity));
  const pageIndex = Math.min(Math.max(0, options.pageIndex), pageCount - 1);
  return { stage, others: ordered.slice(pageIndex * capacity, (pageIndex + 1) * capacity), thumbnail, pageIndex, pageCount };
}

function chooseStage(options: ArrangeOptions, self: TileEntry | null, rest: readonly TileEntry[], { isTiny, isStrip }: { isTiny: boolean; isStrip: boolean }): readonly TileEntry[] {
  const { entries, layout, pinned, speakerId } = options;
  if (layout === 'grid' && !isTiny) return [];
  const isPinned = (entry: TileEntry): boolean => entry.source === 'camera' && pinned.includes(entry.participantId);
  const pinnedCameras = entries.filter(isPinned).slice(0, MAX_STAGE_PINNED);
  // The own screen never takes the stage: it would show itself in itself, and hide the people.
  const screens = rest.filter((entry) => entry.source === 'screen' && !entry.isLocal);
  const shared = screens.find((entry) => pinned.includes(entry.participantId)) ?? screens[0];
  const wanted = shared === undefined ? pinnedCameras : [shared, ...pinnedCameras];
  if (wanted.length > 0) return isTiny ? wanted.slice(0, 1) : wanted;
  const people = rest.filter((entry) => entry.source === 'camera');
  const isOneToOne = !isStrip && self !== null && people.length === 1 && rest.length === 1;
  if (!isOneToOne && !isTiny && layout === 'auto') return [];
  const speaker = people.find((entry) => entry.participantId === speakerId) ?? people[0];
  return speaker === undefined ? [] : [speaker];
}

function rank(entry: TileEntry, pinned: readonly string[]): number {
  if (pinned.includes(entry.participantId)) return 0;
  return entry.source === 'screen' ? 1 : 2;
}

function gridCapacity({ width, height, gap, maxTiles }: ArrangeOptions): number {
  for (let count = maxTiles; count > 1; count -= 1) {
    const { tileWidth, tileHeight } = layoutTiles({ count, width, height, gap });
    if (tileWidth >= MIN_TILE_WIDTH && tileHeight >= MIN_TILE_HEIGHT) return count;
  }
  return 1;
}

function stripCapacity(width: number, height: number, gap: number): number {
  const length = width > height ? height / (STRIP_TILE.height + gap) : width / (STRIP_TILE.width + gap);
  return Math.max(1, Math.floor(length));
}
