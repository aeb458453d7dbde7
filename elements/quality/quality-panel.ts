import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import type { Call, CallEvents, CallState, Quality } from '../../src/call/call.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { icons } from '../shared/icons.js';
import { LatePart } from '../shared/late-part.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enQualityPlots } from '../shared/texts/en-quality-plots.js';
import { enReport } from '../shared/texts/en-report.js';
import { Coach } from './coach.js';
import { coachStyles } from './coach.styles.js';
import { levelText } from './level-text.js';
import { Lowered } from './lowered.js';
import { loweredStyles } from './lowered.styles.js';
import { numberWords } from './number-words.js';
import { OutlookView } from './outlook-view.js';
import type { TimedPoint } from './plot-history.js';
import type { QualityRow, QualityView } from './quality-view.js';
import { ReportDownload } from './report-download.js';
import { signalBars } from './signal-bars.js';
import { WhileShown } from './while-shown.js';

type Stats = CallEvents['stats-updated']['stats'];
type Cause = NonNullable<Quality['cause']>;
type CauseOf = (participantId: string) => Cause | undefined;

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
  adoptStyles(host.shadowRoot, coachStyles, loweredStyles);
  const clock = systemClock;
  const report = new ReportDownload({ host, text, getCall, clock });
  const coach = new Coach({ host, text, getCall, clock });
  const lowered = new Lowered({ host, text, getCall });
  const outlook = new OutlookView({ host, text, clock, getCall, historyOf });
  const causeOf = (id: string): Cause | undefined =>
    getCall()?.state.participants.find((participant) => participant.id === id)?.quality?.cause;
  new WhileShown(
    host,
    () => host.open,
    () =>
      getCall()?.subscribe(causes, () => {
        host.requestUpdate();
      }) ?? (() => undefined),
  );
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
    ${head(options, text)} ${coach.render(options.view, causeOf)} ${outlook.renderForecast(options.view)} ${lowered.render()}
    ${numbers(options, causeOf, text)}
    ${
      options.view.rows.length === 0
        ? nothing
        : html`<details class="over-time" @toggle=${onToggle}>
              <summary>${text.t('qualityPlots.show')}${icons.chevron}</summary>
              ${unfolded(options.view)}
            </details>
            ${outlook.renderPlan()}`
    }
    ${report.render()}
  `;
}

/** The chip is not rendered anew for these. */
function causes({ participants }: Readonly<CallState>): string {
  return participants.map(({ quality }) => quality?.cause).join();
}

function head({ onClose }: QualityPanelOptions, text: Localizer): TemplateResult {
  const close = text.t('quality.close');
  return html`<div class="head">
    <h2 id="title">${text.t('quality.title')}</h2>
    <button type="button" class="close" aria-label=${close} title=${close} @click=${onClose}>${icons.close}</button>
  </div>`;
}

function numbers({ view, statsOf }: QualityPanelOptions, causeOf: CauseOf, text: Localizer): TemplateResult {
  return html`${
    view.rows.length === 0
      ? html`<p class="calm">${text.t('quality.nobody')}</p>`
      : view.rows.map((row) => person(row, statsOf(row.id), causeOf(row.id), text))
  }`;
}

function person({ name, level }: QualityRow, stats: Stats | null, cause: Cause | undefined, text: Localizer): TemplateResult {
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
    ${cause === undefined || cause === 'unknown' ? nothing : html`<p class="cause">${text.t(`cause.${cause}`)}</p>`}
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
