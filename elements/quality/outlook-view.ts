import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Clock } from '../../src/base/clock.js';
import type { Call, CallEvents } from '../../src/call/call.js';
import { Outlook, type Forecast, type OptimisationPlan } from '../../src/call/quality/late-outlook.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { numberWords } from './number-words.js';
import type { TimedPoint } from './plot-history.js';
import type { QualityView } from './quality-view.js';
import { stepWords } from './step-words.js';
import { WhileShown } from './while-shown.js';

export interface OutlookViewOptions {
  readonly host: LitElement & { open: boolean };
  readonly text: Localizer;
  readonly clock: Clock;
  readonly getCall: () => Call | null;
  readonly historyOf: (participantId: string) => readonly TimedPoint<CallEvents['stats-updated']['stats']>[];
}

const PERIOD_MS = 2000;

/** A word when it is likely to get worse, and, unfolded, what would fit the network. Measures only while it is shown. */
export class OutlookView {
  readonly #options: OutlookViewOptions;
  #outlook = new Outlook();
  #isUnfolded = false;
  #view: QualityView | null = null;
  #shown = '';

  constructor(options: OutlookViewOptions) {
    this.#options = options;
    const { host, clock } = options;
    new WhileShown(
      host,
      () => host.open,
      () => {
        const outlook = this.#begin();
        // What was told so far is enough to begin with.
        return clock.every(PERIOD_MS, () => void this.#measure(outlook));
      },
    );
  }

  /** Nothing while it is likely to stay as it is. */
  renderForecast(view: QualityView): TemplateResult | typeof nothing {
    this.#view = view;
    const forecast = this.#worse();
    if (forecast === null) return nothing;
    const { text } = this.#options;
    const { recommendation } = forecast;
    return html`<p class="forecast">
      ${icons.alert}<span
        >${text.t('forecast.worse')}${recommendation === null || recommendation === 'wait' ? nothing : html` ${text.t(`forecast.${recommendation}`)}`}</span
      >
    </p>`;
  }

  renderPlan(): TemplateResult {
    const { text } = this.#options;
    return html`<details class="over-time plan" @toggle=${this.#onToggle}>
      <summary>${text.t('plan.show')}${icons.chevron}</summary>
      ${this.#isUnfolded ? this.#details(this.#plan()) : nothing}
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#isUnfolded = (event.target as HTMLDetailsElement).open;
    if (this.#isUnfolded) void this.#measure(this.#outlook);
    this.#options.host.requestUpdate();
  };

  #details(plan: OptimisationPlan | null): TemplateResult {
    const { text } = this.#options;
    if (plan === null || plan.targetBandwidthBps === null) return html`<p class="calm">${text.t('plan.unknown')}</p>`;
    const rate = (bps: number): string => numberWords(bps, 'bitrate', text);
    const entry = (label: string, value: string): TemplateResult =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`;
    const target = entry(text.t('plan.target'), rate(plan.targetBandwidthBps));
    if (plan.steps.length === 0)
      return html`<dl>${target}</dl>
        <p class="calm">${text.t('plan.fits')}</p>`;
    const { camera, screen, microphone } = plan.settings;
    const settings = [
      stepWords({ source: 'camera', to: camera }, text),
      ...(this.#options.getCall()?.state.screen === 'on' ? [stepWords({ source: 'screen', to: screen }, text)] : []),
      stepWords({ source: 'microphone', to: microphone }, text),
    ];
    return html`<dl>
        ${target} ${entry(text.t('plan.savings'), rate(plan.expectedSavingsBps))}
        ${entry(text.t('plan.impact'), numberWords(-100 * plan.qualityImpact, 'percent', text))}
      </dl>
      <ol class="plan-steps">
        ${plan.steps.map((step) => html`<li>${text.t('plan.step', { ...stepWords(step, text), rate: rate(step.savingsBps) })}</li>`)}
      </ol>
      <p class="calm">${text.t('plan.settings', { list: text.list(settings.map((words) => text.t('plan.setting', words))) })}</p>`;
  }

  #begin(): Outlook {
    const { getCall, historyOf } = this.#options;
    this.#outlook = new Outlook();
    for (const { id } of getCall()?.state.participants ?? [])
      this.#outlook.recall(
        id,
        historyOf(id).map(({ point }) => point),
      );
    return this.#outlook;
  }

  async #measure(outlook: Outlook): Promise<void> {
    const { getCall, host } = this.#options;
    try {
      const reports = await getCall()?.getStats();
      if (reports === undefined || outlook !== this.#outlook) return;
      outlook.add(reports);
    } catch {
      // No answer: the next one tells.
      return;
    }
    const shown = JSON.stringify([this.#worse(), this.#isUnfolded ? this.#plan() : null]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    host.requestUpdate();
  }

  #worse(): Forecast | null {
    const view = this.#view;
    if (view === null) return null;
    return this.#outlook.worse(
      view.rows.map(({ id }) => id),
      view.level,
    );
  }

  #plan(): OptimisationPlan | null {
    const call = this.#options.getCall();
    return call === null ? null : this.#outlook.plan(call.state);
  }
}
