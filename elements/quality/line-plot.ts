import uPlot from 'uplot';
import type { TimedPoint } from './plot-history.js';

export interface LinePlotOptions {
  /** Where it is drawn; colours and font are taken from what it holds: `[data-ink="first|second|grid|text"]`. */
  readonly box: HTMLElement;
  readonly lines: 1 | 2;
  /** The scale reaches at least so far. */
  readonly least: number;
  readonly words: (value: number) => string;
  readonly secondsWords: (seconds: number) => string;
}

const HEIGHT = 88;
const SHORTEST_SECONDS = 60;
const FONT_PX = 11;

/** One plot of the last minutes on a canvas; time runs from the left to the right, now is at the right edge. */
export class LinePlot {
  readonly #options: LinePlotOptions;
  readonly #plot: uPlot;
  readonly #resize: ResizeObserver;
  #seconds = SHORTEST_SECONDS;

  constructor(options: LinePlotOptions) {
    this.#options = options;
    this.#plot = new uPlot(this.#settings(), [[], ...Array.from({ length: options.lines }, () => [])], options.box);
    this.#resize = new ResizeObserver(() => {
      const width = options.box.clientWidth;
      if (width > 0 && width !== this.#plot.width) this.#plot.setSize({ width, height: HEIGHT });
    });
    this.#resize.observe(options.box);
  }

  /** All lines have the same times. */
  show(lines: readonly (readonly TimedPoint<number | null>[])[], now: number): void {
    const times = (lines[0] ?? []).map(({ at }) => (at - now) / 1000);
    this.#seconds = Math.max(SHORTEST_SECONDS, -(times[0] ?? 0));
    this.#plot.setData([times, ...lines.map((line) => line.map(({ point }) => point))]);
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#plot.destroy();
  }

  #settings(): uPlot.Options {
    const { box, lines, least, words, secondsWords } = this.#options;
    const ink = (name: string) => (): string => {
      const sample = box.querySelector(`[data-ink="${name}"]`);
      return sample === null ? 'currentColor' : getComputedStyle(sample).color;
    };
    const font = `${FONT_PX}px ${getComputedStyle(box).fontFamily}`;
    const grid = { stroke: ink('grid'), width: 1 };
    const common = { stroke: ink('text'), font, grid, ticks: { show: false }, border: { show: false } };
    const line = (name: string, dash: number[]): uPlot.Series => ({
      stroke: ink(name),
      width: 2,
      dash,
      points: { show: false },
      spanGaps: false,
    });
    return {
      width: Math.max(box.clientWidth, 1),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      padding: [6, 6, 0, 0],
      scales: {
        x: { time: false, range: () => [-this.#seconds, 0] },
        y: { range: (_, __, most) => [0, Math.max(least, most) * 1.05] },
      },
      axes: [
        {
          ...common,
          size: 20,
          gap: 2,
          space: 64,
          values: (_, splits) => splits.map((at) => (at <= -this.#seconds ? '' : secondsWords(at))),
        },
        { ...common, size: 68, gap: 4, space: 28, values: (_, splits) => splits.map(words) },
      ],
      // Dashes, so that the two lines differ by more than their colour.
      series: [{}, line('first', []), ...(lines === 2 ? [line('second', [5, 4])] : [])],
    };
  }
}
