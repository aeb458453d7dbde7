import { thumbnailBox } from './thumbnail-box.js';
import type { TileBox } from './tile-box.js';

/** In the order in which a button goes through them. */
export const CORNERS = ['bottom-end', 'bottom-start', 'top-start', 'top-end'] as const;
/** Where the own picture floats; start and end follow the direction of the text. */
export type Corner = (typeof CORNERS)[number];

export interface CornerOptions {
  readonly area: TileBox;
  readonly gap: number;
  readonly corner: Corner;
  /** Lie over the area: a floating toolbar, a panel. */
  readonly obstacles: readonly TileBox[];
}

/** The own picture in that corner of an area, moved up or down where something lies over it, or across where that does not help. */
export function cornerBox({ area, gap, corner, obstacles }: CornerOptions): TileBox {
  const inCorner = place(area, gap, corner);
  const clear = shifted(inCorner, area, gap, corner, obstacles);
  if (clear) return clear;
  for (const other of CORNERS) {
    const box = shifted(place(area, gap, other), area, gap, other, obstacles);
    if (box) return box;
  }
  return inCorner;
}

function place(area: TileBox, gap: number, corner: Corner): TileBox {
  const box = thumbnailBox(area, gap);
  const x = corner.endsWith('start') ? 2 * area.x + area.width - box.x - box.width : box.x;
  const y = corner.startsWith('top') ? 2 * area.y + area.height - box.y - box.height : box.y;
  return { ...box, x, y };
}

/** Away from the obstacles, upwards from below and downwards from above; null when there is no room. */
function shifted(start: TileBox, area: TileBox, gap: number, corner: Corner, obstacles: readonly TileBox[]): TileBox | null {
  let box = start;
  for (let tries = 0; tries <= obstacles.length; tries += 1) {
    const hit = obstacles.find((obstacle) => isOverlapping(box, obstacle));
    if (hit === undefined) return box.y >= area.y && box.y + box.height <= area.y + area.height ? box : null;
    box = { ...box, y: corner.startsWith('top') ? hit.y + hit.height + gap : hit.y - gap - box.height };
  }
  return null;
}

function isOverlapping(a: TileBox, b: TileBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
