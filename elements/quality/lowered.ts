import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Adaptation, Call, CallState } from '../../src/call/call.js';
import { announcedCalls } from '../shared/announced-calls.js';
import { arePicturesPaused, isPause } from '../shared/are-pictures-paused.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enNotes } from '../shared/texts/en-notes.js';
import { stepWords } from './step-words.js';
import { WhileShown } from './while-shown.js';

addTexts(enNotes);

type Step = Adaptation['steps'][number];
type Undo = 'best' | 'bestSound' | 'noLimit' | 'auto';

export interface LoweredOptions {
  readonly host: LitElement & { open: boolean };
  readonly getCall: () => Call | null;
  readonly text: Localizer;
}

/** What is sent of less than could be, why, and what undoes it; nothing while nothing is lowered. */
export class Lowered {
  readonly #options: LoweredOptions;
  /** Whether only sound was sent when last looked; `back` is said when that ends. */
  #pictures: 'sent' | 'paused' | 'back' = 'sent';
  #hasFailed = false;

  constructor(options: LoweredOptions) {
    this.#options = options;
    const { host, getCall } = options;
    new WhileShown(
      host,
      () => host.open,
      () => {
        this.#pictures = 'sent';
        this.#hasFailed = false;
        return (
          getCall()?.subscribe(watched, () => {
            host.requestUpdate();
          }) ?? (() => undefined)
        );
      },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { getCall, text } = this.#options;
    const call = getCall();
    if (call === null) return nothing;
    const { steps } = call.state.adaptation;
    const isPaused = arePicturesPaused(call.state);
    this.#pictures = isPaused ? 'paused' : this.#pictures === 'sent' ? 'sent' : 'back';
    // The notice says it already.
    const told = isPaused ? steps.filter((step) => !isPause(step)) : steps;
    const undos = [...new Set(steps.flatMap((step) => undoOf(step) ?? []))];
    const role = announcedCalls.has(call) ? nothing : 'status';
    return html`<p class="pictures" role=${role}>${this.#pictures === 'sent' ? nothing : text.t(`notes.${this.#pictures}`)}</p>
      ${
        steps.length === 0
          ? nothing
          : html`<section class="lowered" aria-labelledby="lowered">
              <h3 id="lowered">${text.t('lowered.title')}</h3>
              ${
                told.length === 0
                  ? nothing
                  : html`<ul>
                      ${told.map((step) => html`<li>${text.t(`lowered.${step.reason}`, stepWords(step, text))}</li>`)}
                    </ul>`
              }
              <div class="coach-actions">${undos.map((undo) => this.#button(undo, call))}</div>
              <p class="outcome small" role="status">${this.#hasFailed ? text.t('qualityPlots.actionFailed') : nothing}</p>
            </section>`
      }`;
  }

  #button(undo: Undo, call: Call): TemplateResult {
    return html`<button type="button" part="coach-button" class="button" data-undo=${undo} @click=${() => void this.#undo(undo, call)}>
      ${this.#options.text.t(`lowered.${undo}`)}
    </button>`;
  }

  async #undo(undo: Undo, call: Call): Promise<void> {
    try {
      await perform(undo, call);
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
    }
    this.#options.host.requestUpdate();
  }
}

/** What the list depends on, but not how the budget moves. */
function watched({ adaptation, camera, screen }: Readonly<CallState>): string {
  return JSON.stringify([adaptation.steps, camera, screen]);
}

/** Null: nobody looks, and nothing that is pressed here changes that. */
function undoOf({ source, reason }: Step): Undo | null {
  if (reason === 'unseen') return null;
  if (reason === 'limit') return 'noLimit';
  if (reason === 'chosen') return 'auto';
  return source === 'microphone' ? 'bestSound' : 'best';
}

function perform(undo: Undo, call: Call): Promise<void> {
  switch (undo) {
    case 'noLimit':
      return call.setBandwidthLimit(null);
    case 'auto':
      return call.setVideoQuality('auto');
    case 'bestSound':
      return call.setAudioQuality(call.state.options.audioQuality === 'maximum' ? 'maximum' : 'high');
    case 'best':
      return call.setVideoQuality('high');
  }
}
