import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** Something that is on or off. */
export function checkField(label: string, isOn: boolean, onChange: (isOn: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(isOn)}
      @change=${(event: Event) => {
        onChange((event.target as HTMLInputElement).checked);
      }}
    /><span>${label}</span></label
  >`;
}
