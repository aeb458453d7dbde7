import type { TileBox } from './tile-box.js';

/** Which tiles are shown, and where. */
export interface Arrangement {
  /** The place of every tile that is shown, by key. */
  readonly boxes: ReadonlyMap<string, TileBox>;
  /** The own picture, where it lies over the others. */
  readonly thumbnailKey: string | null;
}
