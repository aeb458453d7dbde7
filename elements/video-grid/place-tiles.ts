import type { Arrangement } from './arrange-tiles.js';
import { gridBoxes } from './grid-boxes.js';
import type { TileBox } from './tile-box.js';
import type { TileEntry } from './tile-entry.js';

interface Area extends TileBox {
  readonly gap: number;
}

export interface PlaceOptions {
  readonly arrangement: Arrangement;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** Width ÷ height that the page insists on; null leaves 4:3 to 16:9. */
  readonly aspect: number | null;
}

/** The box of every tile of an arrangement, by key. */
export function placeTiles({ arrangement, width, height, gap, aspect }: PlaceOptions): ReadonlyMap<string, TileBox> {
  const boxes = new Map<string, TileBox>();
  const { stage, others, thumbnail } = arrangement;
  const whole: Area = { x: 0, y: 0, width, height, gap };
  const fixed = aspect === null ? {} : { minAspect: aspect, maxAspect: aspect };
  if (stage.length === 0) {
    if (others.length > 0) put(boxes, others, gridBoxes({ count: others.length, width, height, gap, ...fixed }));
  } else {
    const { stageArea, strip } = others.length === 0 ? { stageArea: whole, strip: [] } : splitForStrip(whole, others.length);
    put(boxes, stage, stageBoxes(stageArea, stage.length));
    put(boxes, others, strip);
  }
  if (thumbnail !== null) boxes.set(thumbnail.key, thumbnailBox(whole));
  return boxes;
}

function put(boxes: Map<string, TileBox>, entries: readonly TileEntry[], places: readonly TileBox[]): void {
  for (const [index, entry] of entries.entries()) {
    const box = places[index];
    if (box !== undefined) boxes.set(entry.key, box);
  }
}

function stageBoxes({ x, y, width, height, gap }: Area, count: number): readonly TileBox[] {
  if (count === 1) return [{ x, y, width, height }];
  return gridBoxes({ count, width, height, gap, minAspect: 1, maxAspect: 2.2 }, { x, y });
}

/** The strip stands at the inline end of a wide box and lies under the stage of a tall one. */
function splitForStrip({ width, height, gap }: Area, count: number): { stageArea: Area; strip: readonly TileBox[] } {
  if (width > height) {
    const share = (height - gap * (count - 1)) / count;
    const tileWidth = Math.floor(clamp(share * (16 / 9), Math.min(128, width * 0.3), Math.min(320, width * 0.22)));
    const tileHeight = Math.floor(Math.min((tileWidth * 9) / 16, share));
    const top = (height - count * tileHeight - gap * (count - 1)) / 2;
    const x = width - tileWidth;
    return {
      stageArea: { x: 0, y: 0, width: x - gap, height, gap },
      strip: Array.from({ length: count }, (_, index) => ({ x, y: Math.round(top + index * (tileHeight + gap)), width: tileWidth, height: tileHeight })),
    };
  }
  const tileWidth = Math.floor(Math.min((width - gap * (count - 1)) / count, 240));
  const tileHeight = Math.floor(clamp(tileWidth * 0.75, 56, height * 0.24));
  const left = (width - count * tileWidth - gap * (count - 1)) / 2;
  const y = height - tileHeight;
  return {
    stageArea: { x: 0, y: 0, width, height: y - gap, gap },
    strip: Array.from({ length: count }, (_, index) => ({ x: Math.round(left + index * (tileWidth + gap)), y, width: tileWidth, height: tileHeight })),
  };
}

/** Upright in an upright box, as a phone's own camera is. */
function thumbnailBox({ width, height, gap }: Area): TileBox {
  const isTall = height > width;
  const wanted = isTall ? clamp(width * 0.27, 72, 180) : clamp(width * 0.18, 80, 256);
  const ratio = isTall ? 4 / 3 : 9 / 16;
  const tileHeight = Math.floor(Math.min(wanted * ratio, height * 0.4));
  const tileWidth = Math.floor(tileHeight / ratio);
  const margin = Math.min(width, height) < 320 ? gap : gap + 8;
  return { x: Math.max(0, width - tileWidth - margin), y: Math.max(0, height - tileHeight - margin), width: tileWidth, height: tileHeight };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), Math.min(least, most));
}
