export interface TileLayoutOptions {
  /** How many tiles, 1 or more. */
  readonly count: number;
  /** The box, CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Narrowest and widest width ÷ height a tile may take; 4:3 and 16:9 when missing. */
  readonly minAspect?: number;
  readonly maxAspect?: number;
}

export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  /** Whole CSS pixels. */
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/**
 * The columns that give the largest equal tiles which fit the box. Every number of columns is tried:
 * there are at most as many as tiles, so nothing cleverer would be faster.
 */
export function layoutTiles(options: TileLayoutOptions): TileLayout {
  const { count, width, height, gap, minAspect = 4 / 3, maxAspect = 16 / 9 } = options;
  let best: TileLayout = { columns: 1, rows: Math.max(1, count), tileWidth: 0, tileHeight: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
    const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
    const tileWidth = Math.floor(Math.min(cellWidth, cellHeight * maxAspect));
    const tileHeight = Math.floor(Math.min(cellHeight, cellWidth / minAspect));
    if (tileWidth * tileHeight > best.tileWidth * best.tileHeight) best = { columns, rows, tileWidth, tileHeight };
  }
  return best;
}
