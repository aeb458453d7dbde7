/** Of Holt's method, for steps of two seconds. */
const ALPHA = 0.5;
const BETA = 0.3;

/**
 * Level and trend of a series of values (Holt 1957): each value moves the level by `ALPHA` of its surprise, and the trend
 * by `BETA` of how the level moved. The first value is the level; the trend begins at nothing.
 */
export class HoltTrend {
  #level: number | null = null;
  #trend = 0;
  #steadyCount = 0;

  /** By how much the value grows in a step. */
  get trend(): number {
    return this.#trend;
  }

  /** For how many values in a row the trend has had its sign. */
  get steadyCount(): number {
    return this.#steadyCount;
  }

  /** @param steps since the value before; 1 is two seconds. */
  add(value: number, steps: number): void {
    const level = this.#level;
    if (level === null) {
      this.#level = value;
      return;
    }
    const expected = level + steps * this.#trend;
    const next = expected + (1 - (1 - ALPHA) ** steps) * (value - expected);
    const trend = this.#trend + (1 - (1 - BETA) ** steps) * ((next - level) / steps - this.#trend);
    this.#steadyCount = Math.sign(trend) === Math.sign(this.#trend) ? this.#steadyCount + 1 : 1;
    this.#level = next;
    this.#trend = trend;
  }

  /** What to expect in so many steps; null before the first value. */
  after(steps: number): number | null {
    return this.#level === null ? null : this.#level + steps * this.#trend;
  }
}
