import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Clock } from '../../src/base/clock.js';
import type { Call } from '../../src/call/call.js';
import type { Recommendation } from '../../src/call/diagnostics/diagnostics-report.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { reportStyles } from './report.styles.js';
import { reportFile } from '../shared/report-file.js';
import { saveFile } from '../shared/save-file.js';

export interface ReportDownloadOptions {
  readonly host: LitElement;
  readonly text: Localizer;
  readonly getCall: () => Call | null;
  readonly clock: Clock;
}

const DOWNLOAD = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
  focusable="false"
>
  <path d="M12 4v11M7 10.5l5 5 5-5M4 16v2.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V16" />
</svg>`;

type Phase = 'idle' | 'pending' | 'done' | 'failed';

/** The button that saves a report of the call, says how that went, and shows what the report recommends. */
export class ReportDownload {
  readonly #options: ReportDownloadOptions;
  #phase: Phase = 'idle';
  #recommendations: readonly Recommendation[] = [];

  constructor(options: ReportDownloadOptions) {
    this.#options = options;
    const { styleSheet } = reportStyles;
    if (styleSheet) options.host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  readonly #onClick = (): void => {
    if (this.#phase !== 'pending') void this.#save();
  };

  async #save(): Promise<void> {
    const { getCall, clock, text } = this.#options;
    const call = getCall();
    if (call === null) return;
    this.#enter('pending');
    try {
      const report = await call.diagnostics();
      this.#recommendations = report.recommendations;
      saveFile(
        reportFile(report, (key) => text.t(key)),
        clock,
      );
      this.#enter('done');
    } catch {
      this.#enter('failed');
    }
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#options.host.requestUpdate();
  }

  render(): TemplateResult {
    const { text } = this.#options;
    const phase = this.#phase;
    const isPending = phase === 'pending';
    // aria-disabled keeps the focus where it is while the report is made.
    return html`<div class="report">
      <button
        type="button"
        class="button"
        part="report-button"
        aria-disabled=${isPending ? 'true' : 'false'}
        aria-describedby="report-content"
        @click=${this.#onClick}
      >
        ${phase === 'done' ? icons.check : DOWNLOAD}<span>${text.t(isPending ? 'report.pending' : 'report.download')}</span>
      </button>
      <p class="calm" role="status">${phase === 'done' || phase === 'failed' ? text.t(`report.${phase}`) : nothing}</p>
      ${
        this.#recommendations.length === 0
          ? nothing
          : html`<h3 id="advice">${text.t('report.advice')}</h3>
              <ul class="advice" aria-labelledby="advice">
                ${this.#recommendations.map(({ textKey, severity }) => html`<li class=${severity}>${text.t(textKey)}</li>`)}
              </ul>`
      }
      <p class="calm small" id="report-content">${text.t('report.content')}</p>
    </div>`;
  }
}
