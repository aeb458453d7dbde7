import { css } from 'lit';

/** Comes with the panel: the coach, and what unfolds the plots. */
export const coachStyles = css`
  .coach {
    display: grid;
    gap: 8px;
    margin-block-end: 4px;
    padding: 10px 12px;
    border-radius: 10px;
    background: var(--_accent-tint);
  }
  .coach[data-severity='fine'] {
    background: color-mix(in oklab, var(--_speaking) 14%, var(--_raised));
  }
  .coach[data-severity='warning'] {
    background: light-dark(oklch(0.95 0.05 85), oklch(0.37 0.05 75));
  }
  .coach[data-severity='problem'] {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_raised));
  }
  .advice-line {
    display: flex;
    gap: 8px;
    margin: 0;
  }
  .coach-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .coach-actions .button {
    min-block-size: 40px;
    padding: 0.375rem 0.875rem;
    font-size: 0.875rem;
  }
  .coach .outcome {
    margin: 0;
    color: var(--_text);
  }
  .coach .outcome:empty {
    display: none;
  }
  .over-time {
    margin-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .over-time summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 44px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
    border-radius: 8px;
  }
  .over-time summary::-webkit-details-marker {
    display: none;
  }
  .over-time summary svg {
    transform: rotate(180deg);
    transition: transform var(--_ease);
  }
  .over-time[open] summary svg {
    transform: none;
  }
  .over-time + .report {
    margin-block-start: 0;
  }
  @media (forced-colors: active) {
    .coach {
      border: 1px solid CanvasText;
    }
  }
`;
