/** Longer ago than this is not shown. */
export const HISTORY_MS = 300_000;

export interface TimedPoint<Point> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly point: Point;
}

/** What was measured of each participant in the last five minutes, oldest first. */
export class PlotHistory<Point> {
  #points = new Map<string, readonly TimedPoint<Point>[]>();

  add(participantId: string, at: number, point: Point): void {
    const recent = this.of(participantId).filter((known) => known.at > at - HISTORY_MS);
    this.#points.set(participantId, [...recent, { at, point }]);
  }

  of(participantId: string): readonly TimedPoint<Point>[] {
    return this.#points.get(participantId) ?? [];
  }

  clear(): void {
    this.#points = new Map();
  }
}
