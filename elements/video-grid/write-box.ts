import type { TileBox } from './tile-box.js';

/** Puts a tile into its box. */
export function writeBox({ style }: HTMLElement, { x, y, width, height }: TileBox): void {
  style.setProperty('inset-inline-start', `${x}px`);
  style.setProperty('inset-block-start', `${y}px`);
  style.setProperty('inline-size', `${width}px`);
  style.setProperty('block-size', `${height}px`);
}
