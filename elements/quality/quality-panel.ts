import { html, type LitElement, type TemplateResult } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { levelText } from './level-text.js';
import type { QualityRow, QualityView } from './quality-view.js';
import { ReportDownload } from './report-download.js';
import { signalBars } from './signal-bars.js';

type Stats = CallEvents['stats-updated']['stats'];

interface QualityPanelOptions {
  readonly view: QualityView;
  readonly text: Localizer;
  /** The newest numbers of a participant; null until measured. */
  readonly statsOf: (participantId: string) => Stats | null;
  readonly onClose: () => void;
}

/** The numbers of each connection, and the report of the call; what it answers renders them inside of `host`. */
export function createQualityPanel(host: LitElement, getCall: () => Call | null): (options: QualityPanelOptions) => TemplateResult {
  const report = new ReportDownload({ host, getCall, clock: systemClock });
  return (options) => html`${numbers(options)} ${report.render()}`;
}

function numbers({ view, text, statsOf, onClose }: QualityPanelOptions): TemplateResult {
  const close = text.t('quality.close');
  return html`
    <div class="head">
      <h2 id="title">${text.t('quality.title')}</h2>
      <button type="button" class="close" aria-label=${close} title=${close} @click=${onClose}>${icons.close}</button>
    </div>
    ${view.rows.length === 0 ? html`<p class="calm">${text.t('quality.nobody')}</p>` : view.rows.map((row) => person(row, statsOf(row.id), text))}
  `;
}

function person({ name, level }: QualityRow, stats: Stats | null, text: Localizer): TemplateResult {
  const entry = (label: string, value: string | null): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value ?? html`<span aria-hidden="true">–</span><span class="visually-hidden">${text.t('quality.unknown')}</span>`}</dd>
    </div>`;
  const milliseconds = (value: number | null): string | null => (value === null ? null : text.t('quality.ms', { value: round(value, 0) }));
  return html`<div class="person">
    <div class="who">
      ${signalBars(level)}<bdi>${name || text.t('tile.guest')}</bdi><span class="level">${levelText(level, text)}</span>
    </div>
    ${
      stats === null
        ? html`<p class="calm">${text.t('quality.measuring')}</p>`
        : html`<dl>
            ${entry(text.t('quality.rtt'), milliseconds(stats.rtt))} ${entry(text.t('quality.jitter'), milliseconds(stats.jitter))}
            ${entry(text.t('quality.loss'), stats.packetLoss === null ? null : text.t('quality.percent', { value: round(stats.packetLoss, 1) }))}
            ${entry(text.t('quality.bandwidth'), bitrate(stats.bandwidth, text))}
          </dl>`
    }
  </div>`;
}

function bitrate(bps: number | null, text: Localizer): string | null {
  if (bps === null) return null;
  return bps < 1_000_000
    ? text.t('quality.kbps', { value: round(bps / 1000, 0) })
    : text.t('quality.mbps', { value: round(bps / 1_000_000, 1) });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
