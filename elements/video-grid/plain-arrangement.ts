import type { Arrangement } from './arrangement.js';
import { gridBoxes } from './grid-boxes.js';
import type { TileBox } from './tile-box.js';
import type { TileEntry } from './tile-entry.js';
import { thumbnailBox } from './thumbnail-box.js';

/** Equal tiles, the own picture in the corner of at most one other: what is shown until the layouts are loaded. */
export function plainArrangement(options: {
  readonly entries: readonly TileEntry[];
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly maxTiles: number;
}): Arrangement {
  const { entries, width, height, gap, maxTiles } = options;
  const whole: TileBox = { x: 0, y: 0, width, height };
  const hasThumbnail = entries.length < 3;
  const shown = entries.slice(hasThumbnail ? 1 : 0, maxTiles);
  const boxes = hasThumbnail ? [whole] : gridBoxes({ count: shown.length, width, height, gap });
  const places = new Map(shown.map(({ key }, index) => [key, boxes[index] ?? whole]));
  const own = hasThumbnail ? entries[0] : undefined;
  if (own) places.set(own.key, thumbnailBox(whole, gap));
  return { boxes: places, thumbnailKey: own?.key ?? null };
}
