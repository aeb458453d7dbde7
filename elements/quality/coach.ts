import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Clock } from '../../src/base/clock.js';
import type { Call, CallState } from '../../src/call/call.js';
import type { VideoQuality } from '../../src/call/call-options.js';
import type { Recommendation } from '../../src/call/diagnostics/diagnostics-report.js';
import { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { callOwners } from '../shared/call-owners.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { coachAdvice, type CauseOf, type CoachAction, type CoachAdvice } from './coach-advice.js';
import type { QualityView } from './quality-view.js';
import { WhileShown } from './while-shown.js';

export interface CoachOptions {
  readonly host: LitElement & { open: boolean };
  readonly getCall: () => Call | null;
  readonly text: Localizer;
  readonly clock: Clock;
}

const PERIOD_MS = 15_000;
const LOWER: Readonly<Partial<Record<VideoQuality, VideoQuality>>> = { auto: 'medium', high: 'medium', medium: 'low' };

/** Says in plain words what would make the call better, with buttons that do it. */
export class Coach {
  readonly #options: CoachOptions;
  #recommendations: readonly Recommendation[] = [];
  #outcome: 'done' | 'actionFailed' | null = null;

  constructor(options: CoachOptions) {
    this.#options = options;
    const { host, clock } = options;
    new WhileShown(
      host,
      () => host.open,
      () => {
        this.#outcome = null;
        void this.#look();
        const stopLooking = clock.every(PERIOD_MS, () => void this.#look());
        const stopFollowing = options.getCall()?.subscribe(possible, () => {
          host.requestUpdate();
        });
        return () => {
          stopLooking();
          stopFollowing?.();
        };
      },
    );
  }

  render(view: QualityView, causeOf: CauseOf): TemplateResult | typeof nothing {
    const { text, getCall } = this.#options;
    const call = getCall();
    const all = coachAdvice(view, this.#recommendations, causeOf);
    if (call === null || all.length === 0) return nothing;
    const actions = [...new Set(all.flatMap((advice) => advice.actions))].filter((action) => isPossible(action, call));
    return html`<section class="coach" data-severity=${all[0]?.severity ?? 'info'} aria-label=${text.t('qualityPlots.coach')}>
      ${all.map((advice) => this.#advice(advice))}
      ${
        actions.length === 0
          ? nothing
          : html`<div class="coach-actions">
              ${actions.map(
                (action) =>
                  html`<button
                    type="button"
                    part="coach-button"
                    class="button"
                    data-action=${action}
                    @click=${() => void this.#act(action, call)}
                  >
                    ${text.t(`qualityPlots.${action}`)}
                  </button>`,
              )}
            </div>`
      }
      <p class="outcome small" role="status">${this.#outcome === null ? nothing : text.t(`qualityPlots.${this.#outcome}`)}</p>
    </section>`;
  }

  #advice({ key, severity, names }: CoachAdvice): TemplateResult {
    const { text } = this.#options;
    const named = text.list(names.map((name) => name || text.t('tile.guest')));
    return html`<p class="advice-line">${severity === 'fine' ? icons.check : icons.alert}<span>${text.t(key, { names: named })}</span></p>`;
  }

  async #look(): Promise<void> {
    const { getCall, host } = this.#options;
    try {
      const report = await getCall()?.diagnostics();
      this.#recommendations = report?.recommendations ?? [];
    } catch {
      // The levels alone have to do.
      this.#recommendations = [];
    }
    host.requestUpdate();
  }

  async #act(action: CoachAction, call: Call): Promise<void> {
    const { host } = this.#options;
    if (action === 'settings') {
      host.open = false;
      callOwners.get(call)?.dispatchEvent(new NexPanelToggleEvent({ panel: 'settings', isOpen: true }));
      return;
    }
    try {
      await perform(action, call);
      this.#outcome = 'done';
    } catch {
      this.#outcome = 'actionFailed';
    }
    host.requestUpdate();
  }
}

/** What the buttons depend on. */
function possible({ camera, options, can }: Readonly<CallState>): string {
  return [camera, options.videoQuality, can.allowSound].join();
}

function isPossible(action: CoachAction, call: Call): boolean {
  const { camera, options, can } = call.state;
  if (action === 'settings') return callOwners.has(call);
  if (action === 'allowSound') return can.allowSound;
  return camera === 'on' && (action === 'cameraOff' || LOWER[options.videoQuality] !== undefined);
}

function perform(action: Exclude<CoachAction, 'settings'>, call: Call): Promise<void> {
  if (action === 'cameraOff') return call.setCamera(false);
  if (action === 'allowSound') return call.allowSound();
  return call.setVideoQuality(LOWER[call.state.options.videoQuality] ?? 'low');
}
