import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rememberedName } from '../shared/remembered-name.js';
import type { SettingsContext } from './settings-part.js';

const NAME_LENGTH = 64;

/** The visitor's name. */
export function youPart({ call, state, text, run }: SettingsContext): TemplateResult {
  return html`<div>
    <label class="field">
      <span class="field-name">${text.t('settings.name')}</span>
      <input
        part="input"
        name="name"
        autocomplete="name"
        maxlength=${NAME_LENGTH}
        placeholder=${text.t('settings.namePlaceholder')}
        aria-describedby="name-hint"
        .value=${live(state.self.name)}
        @change=${(event: Event) => {
          const name = (event.target as HTMLInputElement).value.trim();
          if (name === state.self.name) return;
          rememberedName.write(name);
          run(call.setName(name));
        }}
      />
    </label>
    <p class="hint" id="name-hint">${text.t('settings.nameHint')}</p>
  </div>`;
}
