import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import { LatePart } from '../shared/late-part.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enQualityPlots } from '../shared/texts/en-quality-plots.js';
import { enReport } from '../shared/texts/en-report.js';
import { Coach } from './coach.js';
import { coachStyles } from './coach.styles.js';
import { levelText } from './level-text.js';
import { numberWords } from './number-words.js';
import type { TimedPoint } from './plot-history.js';
import type { QualityRow, QualityView } from './quality-view.js';
import { ReportDownload } from './report-download.js';
import { signalBars } from './signal-bars.js';

type Stats = CallEvents['stats-updated']['stats'];

addTexts(enQualityPlots);
addTexts(enReport);

interface QualityPanelOptions {
  readonly view: QualityView;
  /** The newest numbers of a participant; null until measured. */
  readonly statsOf: (participantId: string) => Stats | null;
  readonly onClose: () => void;
}

export interface QualityPanelHost {
  readonly host: LitElement & { open: boolean };
  readonly text: Localizer;
  readonly getCall: () => Call | null;
  /** What was measured of a participant in the last minutes. */
  readonly historyOf: (participantId: string) => readonly TimedPoint<Stats>[];
}

/** What helps, the numbers of each connection, plots, and the report of the call; what it answers renders them inside of `host`. */
export function createQualityPanel({ host, text, getCall, historyOf }: QualityPanelHost): (options: QualityPanelOptions) => TemplateResult {
  if (coachStyles.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(coachStyles.styleSheet);
  const clock = systemClock;
  const report = new ReportDownload({ host, text, getCall, clock });
  const coach = new Coach({ host, text, getCall, clock });
  let isUnfolded = false;
  const isShown = (): boolean => isUnfolded && host.open;
  const plots = new LatePart(
    host,
    async () => new (await import('./late-plots.js')).Plots({ host, text, clock, getCall, isShown, historyOf }),
  );
  const onToggle = (event: Event): void => {
    isUnfolded = (event.target as HTMLDetailsElement).open;
    host.requestUpdate();
  };
  const unfolded = (view: QualityView): TemplateResult | typeof nothing =>
    isUnfolded ? (plots.get()?.render(view) ?? html`<p class="calm">${text.t('qualityPlots.loading')}</p>`) : nothing;
  return (options) => html`
    ${head(options, text)} ${coach.render(options.view)} ${numbers(options, text)}
    ${
      options.view.rows.length === 0
        ? nothing
        : html`<details class="over-time" @toggle=${onToggle}>
            <summary>${text.t('qualityPlots.show')}${icons.chevron}</summary>
            ${unfolded(options.view)}
          </details>`
    }
    ${report.render()}
  `;
}

function head({ onClose }: QualityPanelOptions, text: Localizer): TemplateResult {
  const close = text.t('quality.close');
  return html`<div class="head">
    <h2 id="title">${text.t('quality.title')}</h2>
    <button type="button" class="close" aria-label=${close} title=${close} @click=${onClose}>${icons.close}</button>
  </div>`;
}

function numbers({ view, statsOf }: QualityPanelOptions, text: Localizer): TemplateResult {
  return html`${
    view.rows.length === 0
      ? html`<p class="calm">${text.t('quality.nobody')}</p>`
      : view.rows.map((row) => person(row, statsOf(row.id), text))
  }`;
}

function person({ name, level }: QualityRow, stats: Stats | null, text: Localizer): TemplateResult {
  const entry = (label: string, value: string | null): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value ?? html`<span aria-hidden="true">–</span><span class="visually-hidden">${text.t('quality.unknown')}</span>`}</dd>
    </div>`;
  const words = (value: number | null, unit: Parameters<typeof numberWords>[1]): string | null =>
    value === null ? null : numberWords(value, unit, text);
  return html`<div class="person">
    <div class="who">
      ${signalBars(level)}<bdi>${name || text.t('tile.guest')}</bdi><span class="level">${levelText(level, text)}</span>
    </div>
    ${
      stats === null
        ? html`<p class="calm">${text.t('quality.measuring')}</p>`
        : html`<dl>
            ${entry(text.t('quality.rtt'), words(stats.rtt, 'ms'))} ${entry(text.t('quality.jitter'), words(stats.jitter, 'ms'))}
            ${entry(text.t('quality.loss'), words(stats.packetLoss, 'percent'))}
            ${entry(text.t('quality.bandwidth'), words(stats.bandwidth, 'bitrate'))}
          </dl>`
    }
  </div>`;
}
