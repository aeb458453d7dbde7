import { css } from 'lit';

/** What only the settings have: groups, sliders, ticks, colours. */
export const settingFieldStyles = css`
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
  }
  .group + .group {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .field-name {
    margin: 0;
    padding: 0;
  }
  .range-name {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
  }
  output {
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  input[type='range'] {
    inline-size: 100%;
    min-block-size: 32px;
    margin: 0;
    accent-color: var(--_accent);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  fieldset {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.25rem;
  }
  .check,
  .choice {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 40px;
    padding-inline: 0.25rem;
    border-radius: 8px;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  .check:hover,
  .choice:hover {
    background: var(--_hover);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    column-gap: 0.5rem;
  }
  .swatch {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 1px solid color-mix(in oklab, var(--_text) 55%, transparent);
    border-radius: 50%;
    background: oklch(1 0 0);
  }
  .swatch[data-color='yellow'] {
    background: oklch(0.93 0.18 105);
  }
  .swatch[data-color='green'] {
    background: oklch(0.9 0.19 145);
  }
  .swatch[data-color='blue'] {
    background: oklch(0.89 0.08 220);
  }
  .swatch[data-color='black'] {
    background: oklch(0.16 0.01 262);
  }
  .hint {
    margin: 0.375rem 0 0;
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--_muted);
  }
  .group > .hint {
    margin: 0;
  }
  .group > .button,
  fieldset > .button,
  .body > .button {
    justify-self: start;
    inline-size: fit-content;
  }
  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
