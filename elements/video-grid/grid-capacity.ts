import { layoutTiles } from './tile-layout.js';

/** Under this a face cannot be read: further tiles go to further pages. CSS pixels. */
const MIN_TILE_WIDTH = 112;
const MIN_TILE_HEIGHT = 63;

/** How many equal tiles, one to `most`, stay readable in a box. */
export function gridCapacity({ width, height, gap, most }: { readonly width: number; readonly height: number; readonly gap: number; readonly most: number }): number {
  for (let count = most; count > 1; count -= 1) {
    const { tileWidth, tileHeight } = layoutTiles({ count, width, height, gap });
    if (tileWidth >= MIN_TILE_WIDTH && tileHeight >= MIN_TILE_HEIGHT) return count;
  }
  return 1;
}
