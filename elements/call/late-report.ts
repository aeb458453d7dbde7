import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import type { Call } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';
import { reportFile } from '../shared/report-file.js';
import { saveFile } from '../shared/save-file.js';

type Phase = 'idle' | 'pending' | 'done' | 'failed';

/** The button that saves a report of a call that is over, and says how that went. */
export class LateReport {
  readonly #host: ReactiveControllerHost & { readonly call: Call | null };
  readonly #text: Localizer;
  #phase: Phase = 'idle';

  constructor(host: ReactiveControllerHost & { readonly call: Call | null }, text: Localizer) {
    this.#host = host;
    this.#text = text;
  }

  reset(): void {
    this.#phase = 'idle';
  }

  readonly #onClick = (): void => {
    if (this.#phase !== 'pending') void this.#save();
  };

  async #save(): Promise<void> {
    const { call } = this.#host;
    if (!call) return;
    this.#enter('pending');
    try {
      const [report, { enReport }] = await Promise.all([call.diagnostics(), import('../shared/texts/en-report.js')]);
      saveFile(
        reportFile(report, (key) => enReport[key]),
        systemClock,
      );
      this.#enter('done');
    } catch {
      this.#enter('failed');
    }
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const text = this.#text;
    const phase = this.#phase;
    // aria-disabled keeps the focus where it is while the report is made.
    return html`<div class="report-way">
      <button
        type="button"
        part="button"
        class="button quiet"
        data-action="report"
        aria-disabled=${phase === 'pending' ? 'true' : 'false'}
        @click=${this.#onClick}
      >
        ${phase === 'done' ? icons.check : panelIcons.download}<span
          >${text.t(phase === 'pending' ? 'lateCall.reportPending' : 'lateCall.report')}</span
        >
      </button>
      <span role="status">
        ${phase === 'done' ? text.t('lateCall.reportDone') : phase === 'failed' ? text.t('lateCall.reportFailed') : nothing}
      </span>
    </div>`;
  }
}
