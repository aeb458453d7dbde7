import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SelectFieldOptions<Value extends string> {
  readonly name: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A labelled native select. */
export function selectField<Value extends string>({ name, choices, value, onChange }: SelectFieldOptions<Value>): TemplateResult {
  return html`<label class="field">
    <span class="field-name">${name}</span>
    <select
      part="select"
      .value=${live(value)}
      @change=${(event: Event) => {
        const chosen = choices.find((choice) => choice.value === (event.target as HTMLSelectElement).value);
        if (chosen) onChange(chosen.value);
      }}
    >
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
  </label>`;
}
