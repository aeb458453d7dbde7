/** A place in the grid, CSS pixels; `x` is counted from the inline start, so the same numbers serve both directions. */
export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
