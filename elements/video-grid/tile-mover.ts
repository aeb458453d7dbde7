import type { TileBox } from './tile-box.js';
import { writeBox } from './write-box.js';

const MOVE_MS = 160;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';

/** Puts tiles into their boxes and, when asked, lets each one glide from where it was: by transforms alone. */
export class TileMover {
  #boxes: ReadonlyMap<string, TileBox> = new Map();
  #placed = new WeakMap<HTMLElement, TileBox>();

  /** That tile was carried so far by hand: it glides on from there. */
  carry(tile: HTMLElement, dx: number, dy: number): void {
    const key = tile.dataset['key'] ?? '';
    const box = this.#boxes.get(key);
    if (box === undefined) return;
    this.#boxes = new Map(this.#boxes).set(key, { ...box, x: box.x + dx, y: box.y + dy });
    this.#placed.delete(tile);
  }

  /** A tile without a box, and one that is there already, are left where they are. */
  place(tiles: readonly HTMLElement[], boxes: ReadonlyMap<string, TileBox>, options: { readonly isAnimated: boolean; readonly isRtl: boolean }): void {
    const before = this.#boxes;
    this.#boxes = boxes;
    for (const tile of tiles) {
      const key = tile.dataset['key'] ?? '';
      const box = boxes.get(key);
      const placed = this.#placed.get(tile);
      if (box === undefined || (placed && isSame(placed, box))) continue;
      writeBox(tile, box);
      this.#placed.set(tile, box);
      if (!options.isAnimated || typeof tile.animate !== 'function') continue;
      const from = before.get(key);
      if (from === undefined) tile.animate({ transform: ['scale(0.94)', 'none'] }, { duration: MOVE_MS, easing: EASING });
      else glide(tile, from, box, options.isRtl);
    }
  }
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
