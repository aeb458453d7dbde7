import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface RangeFieldOptions {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value in words, shown and read aloud. */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

/** A slider that acts while it moves. */
export function rangeField({ name, min, max, step, value, words, onChange }: RangeFieldOptions): TemplateResult {
  return html`<label class="field"
    ><span class="field-name range-name"><span>${name}</span><output>${words}</output></span
    ><input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      aria-label=${name}
      aria-valuetext=${words}
      .value=${live(String(value))}
      @input=${(event: Event) => {
        onChange((event.target as HTMLInputElement).valueAsNumber);
      }}
  /></label>`;
}
