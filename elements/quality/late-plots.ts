import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { Clock } from '../../src/base/clock.js';
import type { Call } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import { lineName } from './line-name.js';
import { LinePlot } from './line-plot.js';
import { numberWords } from './number-words.js';
import type { TimedPoint } from './plot-history.js';
import { PLOT_METRICS, valuesOverTime, type PlotMetric, type PlotPoint } from './plot-metrics.js';
import { plotSummary } from './plot-summary.js';
import { plotsTable, type PlotRow } from './plots-table.js';
import { plotsStyles } from './plots.styles.js';
import type { QualityView } from './quality-view.js';
import { StreamFeed } from './stream-feed.js';
import { WhileShown } from './while-shown.js';

export interface PlotsOptions {
  readonly host: LitElement;
  readonly text: Localizer;
  readonly clock: Clock;
  readonly getCall: () => Call | null;
  readonly isShown: () => boolean;
  /** What the call told of a participant in the last minutes. */
  readonly historyOf: (participantId: string) => readonly TimedPoint<PlotPoint>[];
}

interface Line extends PlotRow {
  readonly points: readonly TimedPoint<number | null>[];
}
interface Shown {
  readonly at: number;
  readonly whose: string;
  readonly plots: readonly { readonly metric: PlotMetric; readonly lines: readonly Line[] }[];
}

/** Numbers that change faster than this cannot be read. */
const PERIOD_MS = 1000;

/** The last minutes of each connection, or of all together, as plots and as a table. */
export class Plots {
  readonly #options: PlotsOptions;
  readonly #feed: StreamFeed;
  readonly #plots = new Map<PlotMetric, LinePlot>();
  /** Empty: everybody together. */
  #whose = '';
  #shown: Shown | null = null;

  constructor(options: PlotsOptions) {
    this.#options = options;
    const { host, clock, getCall, isShown } = options;
    if (plotsStyles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(plotsStyles.styleSheet);
    this.#feed = new StreamFeed(clock, () => {
      host.requestUpdate();
    });
    new WhileShown(host, isShown, () => {
      const call = getCall();
      return call === null ? () => undefined : this.#feed.start(call);
    });
  }

  render({ rows, name }: QualityView): TemplateResult {
    const { text } = this.#options;
    const [only] = rows;
    // For one participant alone there is nothing to choose.
    const whose = name !== null && only ? only.id : rows.some(({ id }) => id === this.#whose) ? this.#whose : '';
    const ids = whose === '' ? rows.map(({ id }) => id) : [whose];
    const shown = this.#current(whose, ids);
    return html`<div class="plots">
      ${
        name !== null || rows.length < 2
          ? nothing
          : html`<label
              >${text.t('qualityPlots.whose')}<select .value=${live(whose)} @change=${this.#onWhose}>
                <option value="">${text.t('qualityPlots.everybody')}</option>
                ${rows.map((row) => html`<option value=${row.id}>${row.name || text.t('tile.guest')}</option>`)}
              </select></label
            >`
      }
      ${shown.plots.every(({ lines }) => lines.every(({ points }) => points.length < 2)) ? html`<p class="calm">${text.t('qualityPlots.waiting')}</p>` : nothing}
      ${PLOT_METRICS.map((metric, index) => this.#plot(metric, shown.plots[index]?.lines ?? []))} ${plotsTable(shown.plots, text)}
    </div>`;
  }

  readonly #onWhose = (event: Event): void => {
    this.#whose = (event.target as HTMLSelectElement).value;
    this.#options.host.requestUpdate();
  };

  /** The same numbers for a second, however often the host renders. */
  #current(whose: string, ids: readonly string[]): Shown {
    const now = this.#options.clock.now();
    const known = this.#shown;
    if (known !== null && known.whose === whose && now - known.at < PERIOD_MS) return known;
    const network = ids.map((id) => this.#options.historyOf(id));
    const streams = ids.map((id): readonly TimedPoint<PlotPoint>[] => this.#feed.history.of(id));
    const plots = PLOT_METRICS.map((metric) => ({
      metric,
      lines: metric.members.map((member) => {
        const points = valuesOverTime(metric.members.length === 1 ? network : streams, member, metric.together);
        return { points, summary: plotSummary(points, metric.worst) };
      }),
    }));
    for (const { metric, lines } of plots)
      this.#plots.get(metric)?.show(
        lines.map(({ points }) => points),
        now,
      );
    this.#shown = { at: now, whose, plots };
    return this.#shown;
  }

  #plot(metric: PlotMetric, lines: readonly Line[]): TemplateResult {
    const { text } = this.#options;
    const words = (value: number | null): string => this.#words(value, metric);
    const label = text.list(
      lines.map(({ summary }, index) =>
        text.t('qualityPlots.plot', { what: lineName(metric, index, text), now: words(summary.now), worst: words(summary.worst) }),
      ),
    );
    return html`<div class="plot">
      <div class="plot-head">
        <h3>${text.t(`qualityPlots.${metric.name}`)}</h3>
        ${lines.map(
          ({ summary }, index) =>
            html`<span
              ><i class=${index === 0 ? 'key' : 'key second'} aria-hidden="true"></i>${
                lines.length === 1 ? nothing : text.t(index === 0 ? 'qualityPlots.received' : 'qualityPlots.sent')
              }
              ${words(summary.now)}</span
            >`,
        )}
      </div>
      <div class="canvas" dir="ltr" role="img" aria-label=${label} ${ref(this.#boxes[metric.name])}>
        ${['first', 'second', 'grid', 'text'].map((name) => html`<i data-ink=${name}></i>`)}
      </div>
    </div>`;
  }

  /** One function for each plot that stays the same, or Lit would take every box for a new one. */
  readonly #boxes = Object.fromEntries(
    PLOT_METRICS.map((metric) => [
      metric.name,
      (box: Element | undefined): void => {
        this.#plots.get(metric)?.destroy();
        this.#plots.delete(metric);
        if (!(box instanceof HTMLElement)) return;
        // The samples of its colours are rendered after the box is there.
        queueMicrotask(() => {
          if (box.isConnected && !this.#plots.has(metric)) this.#draw(box, metric);
        });
      },
    ]),
  );

  #draw(box: HTMLElement, metric: PlotMetric): void {
    const { text } = this.#options;
    const plot = new LinePlot({
      box,
      lines: metric.members.length === 2 ? 2 : 1,
      least: metric.least,
      words: (value) => this.#words(value, metric),
      secondsWords: (value) => text.t('qualityPlots.seconds', { value: Math.round(value) }),
    });
    this.#plots.set(metric, plot);
    const shown = this.#shown;
    const lines = shown?.plots.find((each) => each.metric === metric)?.lines;
    if (shown && lines)
      plot.show(
        lines.map(({ points }) => points),
        shown.at,
      );
  }

  #words(value: number | null, { unit }: PlotMetric): string {
    const { text } = this.#options;
    return value === null ? text.t('qualityPlots.unknown') : numberWords(value, unit, text);
  }
}
