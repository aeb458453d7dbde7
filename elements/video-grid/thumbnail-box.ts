import type { TileBox } from './tile-box.js';

/** The own picture in the lower corner at the inline end; upright in an upright box, as a phone's own camera is. */
export function thumbnailBox({ x, y, width, height }: TileBox, gap: number): TileBox {
  const isTall = height > width;
  const wanted = isTall ? Math.min(180, Math.max(72, width * 0.27)) : Math.min(256, Math.max(80, width * 0.18));
  const ratio = isTall ? 4 / 3 : 9 / 16;
  const tileHeight = Math.floor(Math.min(wanted * ratio, height * 0.4));
  const tileWidth = Math.floor(tileHeight / ratio);
  const margin = Math.min(width, height) < 320 ? gap : gap + 8;
  return { x: x + Math.max(0, width - tileWidth - margin), y: y + Math.max(0, height - tileHeight - margin), width: tileWidth, height: tileHeight };
}
