import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';
import { lineName } from './line-name.js';
import { numberWords } from './number-words.js';
import type { PlotMetric } from './plot-metrics.js';
import type { PlotSummary } from './plot-summary.js';

export interface PlotRow {
  readonly summary: PlotSummary;
}

/** What the plots show, in numbers: for those who cannot see them. */
export function plotsTable(
  plots: readonly { readonly metric: PlotMetric; readonly lines: readonly PlotRow[] }[],
  text: Localizer,
): TemplateResult {
  const cell = (value: number | null, { unit }: PlotMetric): TemplateResult =>
    value === null
      ? html`<td><span aria-hidden="true">–</span><span class="visually-hidden">${text.t('qualityPlots.unknown')}</span></td>`
      : html`<td>${numberWords(value, unit, text)}</td>`;
  return html`<table>
    <caption>
      ${text.t('qualityPlots.table')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.t('qualityPlots.measure')}</th>
        <th scope="col">${text.t('qualityPlots.now')}</th>
        <th scope="col">${text.t('qualityPlots.average')}</th>
        <th scope="col">${text.t('qualityPlots.worst')}</th>
      </tr>
    </thead>
    <tbody>
      ${plots.flatMap(({ metric, lines }) =>
        lines.map(
          ({ summary }, index) =>
            html`<tr>
              <th scope="row">${lineName(metric, index, text)}</th>
              ${cell(summary.now, metric)} ${cell(summary.average, metric)} ${cell(summary.worst, metric)}
            </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}
