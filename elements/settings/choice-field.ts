import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface ChoiceFieldOptions<Value extends string> {
  /** Of the group of radio buttons, unique in the element. */
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  /** A `swatch` is shown before the label. */
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly swatch?: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices that are all seen at once. */
export function choiceField<Value extends string>({ id, name, hint, choices, value, onChange }: ChoiceFieldOptions<Value>): TemplateResult {
  return html`<fieldset aria-describedby=${hint === undefined ? nothing : `${id}-hint`}>
    <legend class="field-name">${name}</legend>
    <div class="choices">
      ${choices.map(
        (choice) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${id}
              value=${choice.value}
              .checked=${live(choice.value === value)}
              @change=${() => {
                onChange(choice.value);
              }}
            />${choice.swatch === undefined ? nothing : html`<span class="swatch" data-color=${choice.swatch} aria-hidden="true"></span>`}<span
              >${choice.label}</span
            ></label
          >`,
      )}
    </div>
    ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </fieldset>`;
}
