import { css } from 'lit';

/** A field with its name above it: words to type, or a select. */
export const fieldStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
  }
  .field-name {
    font-size: 0.875rem;
    font-weight: 600;
  }
  input:not([type]),
  select {
    font: inherit;
    font-size: 1rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 55%, transparent);
    border-radius: calc(var(--_radius) * 0.66);
    padding: 0.5rem 0.75rem;
    min-block-size: 44px;
    inline-size: 100%;
    min-inline-size: 0;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
