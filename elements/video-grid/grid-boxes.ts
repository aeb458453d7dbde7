import type { TileBox } from './tile-box.js';
import { layoutTiles, type TileLayoutOptions } from './tile-layout.js';

/** One box a tile, row by row, the whole centred and the last row centred too; as upright as a phone's camera in an upright box. */
export function gridBoxes(options: TileLayoutOptions, origin: { readonly x: number; readonly y: number } = { x: 0, y: 0 }): readonly TileBox[] {
  const { count, width, height, gap } = options;
  const isUpright = height > width * 1.4;
  const { columns, rows, tileWidth, tileHeight } = layoutTiles(isUpright ? { minAspect: 3 / 4, ...options } : options);
  const top = origin.y + Math.max(0, (height - rows * tileHeight - (rows - 1) * gap) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = origin.x + Math.max(0, (width - inRow * tileWidth - (inRow - 1) * gap) / 2);
    return {
      x: Math.round(left + (index - row * columns) * (tileWidth + gap)),
      y: Math.round(top + row * (tileHeight + gap)),
      width: tileWidth,
      height: tileHeight,
    };
  });
}
