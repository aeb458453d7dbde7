import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from './icons.js';
import type { Localizer } from './localize.js';
import { playChime } from './play-chime.js';
import { addTexts } from './text-store.js';
import { enLobbyChecks } from './texts/en-lobby-checks.js';

addTexts(enLobbyChecks);

export interface SpeakerTestOptions {
  readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly text: Localizer;
  readonly play?: typeof playChime;
}

/** A button that plays a sound on the chosen speaker, and says how that went. */
export class SpeakerTest {
  readonly #options: SpeakerTestOptions;
  #phase: 'idle' | 'playing' | 'played' | 'failed' = 'idle';

  constructor(options: SpeakerTestOptions) {
    this.#options = options;
  }

  /** `speakerId` null is the default one. */
  render(speakerId: string | null): TemplateResult {
    const { text } = this.#options;
    const phase = this.#phase;
    return html`<div class="speaker-test">
      <button
        type="button"
        part="button"
        class="button"
        data-action="test-speaker"
        aria-disabled=${phase === 'playing' ? 'true' : 'false'}
        @click=${() => void this.#play(speakerId)}
      >
        ${icons.speaker}<span>${text.t(phase === 'playing' ? 'lobbyChecks.speakerPlaying' : 'lobbyChecks.speakerTest')}</span>
      </button>
      <p class="small" role="status">
        ${phase === 'played' ? text.t('lobbyChecks.speakerPlayed') : phase === 'failed' ? text.t('lobbyChecks.speakerFailed') : nothing}
      </p>
    </div>`;
  }

  async #play(speakerId: string | null): Promise<void> {
    if (this.#phase === 'playing') return;
    this.#enter('playing');
    try {
      await (this.#options.play ?? playChime)(speakerId);
      this.#enter('played');
    } catch {
      this.#enter('failed');
    }
  }

  #enter(phase: 'playing' | 'played' | 'failed'): void {
    this.#phase = phase;
    this.#options.host.requestUpdate();
  }
}
