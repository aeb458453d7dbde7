import type { TileBox } from './tile-box.js';

const MOVE_MS = 160;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';

/** Puts tiles into their boxes and, when asked, lets each one glide from where it was: by transforms alone. */
export class TileMover {
  #boxes: ReadonlyMap<string, TileBox> = new Map();

  /** `tiles` and `boxes` by key; a tile without a box is left where it is. */
  place(tiles: ReadonlyMap<string, HTMLElement>, boxes: ReadonlyMap<string, TileBox>, options: { readonly isAnimated: boolean; readonly isRtl: boolean }): void {
    const before = this.#boxes;
    this.#boxes = boxes;
    for (const [key, tile] of tiles) {
      const box = boxes.get(key);
      if (box === undefined) continue;
      write(tile, box);
      if (!options.isAnimated || typeof tile.animate !== 'function') continue;
      const from = before.get(key);
      if (from === undefined) tile.animate({ transform: ['scale(0.94)', 'none'] }, { duration: MOVE_MS, easing: EASING });
      else if (!isSame(from, box)) glide(tile, from, box, options.isRtl);
    }
  }
}

function write({ style }: HTMLElement, { x, y, width, height }: TileBox): void {
  style.setProperty('inset-inline-start', `${x}px`);
  style.setProperty('inset-block-start', `${y}px`);
  style.setProperty('inline-size', `${width}px`);
  style.setProperty('block-size', `${height}px`);
}

function glide(tile: HTMLElement, from: TileBox, to: TileBox, isRtl: boolean): void {
  const dx = (from.x - to.x) * (isRtl ? -1 : 1);
  const start = `translate(${dx}px, ${from.y - to.y}px) scale(${from.width / to.width}, ${from.height / to.height})`;
  const origin = isRtl ? '100% 0' : '0 0';
  tile.animate(
    [
      { transform: start, transformOrigin: origin },
      { transform: 'none', transformOrigin: origin },
    ],
    { duration: MOVE_MS, easing: EASING },
  );
}

function isSame(a: TileBox, b: TileBox): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
