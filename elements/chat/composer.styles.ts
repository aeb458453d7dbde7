import { css } from 'lit';

/** Where a message is written. */
export const composerStyles = css`
  .foot {
    flex: none;
    padding: 0.5rem 0.75rem calc(0.75rem + var(--_covered, 0px));
  }
  p.foot {
    padding-inline: 1rem;
  }
  .composer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    border-block-start: 1px solid var(--_line);
  }
  .composer p {
    margin: 0;
    padding-inline: 0.25rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .composer .problem {
    color: light-dark(oklch(0.5 0.19 27), oklch(0.8 0.12 27));
    font-weight: 600;
  }
  .to {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    padding-inline-start: 0.25rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  select {
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 32px;
    padding-inline: 0.75rem 1.75rem;
    font: inherit;
    font-weight: 600;
    color: var(--_text);
    background-color: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: 999px;
    text-overflow: ellipsis;
  }
  .line {
    display: flex;
    align-items: end;
    gap: 0.375rem;
  }
  textarea {
    flex: 1;
    inline-size: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    min-block-size: 44px;
    max-block-size: 8.5rem;
    padding: 0.5625rem 0.875rem;
    resize: none;
    field-sizing: content;
    /* Not smaller: some phones zoom in on smaller ones. */
    font: inherit;
    font-size: 1rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 50%, transparent);
    border-radius: 22px;
  }
  textarea:placeholder-shown {
    block-size: 44px;
    overflow: hidden;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    transition: background-color var(--_ease);
  }
  .send:hover {
    background: var(--_accent-hover);
  }
  .send[aria-disabled='true'] {
    background: var(--_hover);
    color: var(--_muted);
    cursor: default;
  }
  .failure,
  .answering {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.375rem;
    padding-inline: 0.625rem 0.375rem;
    border-radius: 12px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    font-size: 0.8125rem;
  }
  .failure {
    background: color-mix(in oklab, var(--_danger) 12%, var(--_raised));
  }
  .failure span,
  .answering .quote {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
  }
  .answering > svg {
    color: var(--_muted);
  }
  .count {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    select {
      min-block-size: 44px;
    }
  }
  @container panel (block-size < 260px) {
    .foot {
      padding: 0.25rem 0.375rem calc(0.25rem + var(--_covered, 0px));
    }
    /* Few lines: whom one writes to is asked only once it is one person alone. */
    .composer > .hint:not(.problem),
    .to:not(.private),
    .to span {
      display: none;
    }
    .composer:has(> .private) {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: end;
    }
    .composer > :not(.to, .line) {
      grid-column: 1 / -1;
    }
    .to {
      max-inline-size: 6rem;
      padding: 0;
    }
    select {
      min-block-size: 44px;
      font-size: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .send {
      border: 1px solid CanvasText;
    }
  }
`;
