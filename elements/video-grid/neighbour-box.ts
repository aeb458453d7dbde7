import type { TileBox } from './tile-box.js';

/** The way an arrow key points, `x` counted from the inline start. */
export interface Direction {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The key of the tile nearest to one in a direction; null at the edge. What lies askew counts as further away. */
export function neighbourBox(boxes: ReadonlyMap<string, TileBox>, from: string, { x, y }: Direction): string | null {
  const start = boxes.get(from);
  if (start === undefined) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [key, box] of boxes) {
    if (key === from) continue;
    const dx = box.x + box.width / 2 - start.x - start.width / 2;
    const dy = box.y + box.height / 2 - start.y - start.height / 2;
    const along = dx * x + dy * y;
    const aside = Math.abs(x === 0 ? dx : dy);
    if (along < 1 || aside > along * 3) continue;
    const distance = along + aside * 2;
    if (distance >= least) continue;
    best = key;
    least = distance;
  }
  return best;
}
