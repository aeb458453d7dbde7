import { css } from 'lit';

export const controlsStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    container: controls / inline-size;
    /* Where its box asks how wide it wants to be. */
    contain-intrinsic-inline-size: 680px;
    max-inline-size: 100%;
    font-size: 0.875rem;
  }
  :host([position='floating']) {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 16px;
    pointer-events: none;
    z-index: 2;
  }
  .place {
    display: flex;
    justify-content: safe center;
    margin: 8px;
  }
  .toolbar {
    pointer-events: auto;
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    padding: 8px;
    border-radius: 999px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    box-shadow: 0 1px 2px oklch(0 0 0 / 0.08), 0 6px 20px oklch(0 0 0 / 0.1);
  }

  .round,
  .chevron,
  .leave {
    --_back: color-mix(in oklab, var(--_raised), var(--_text) 9%);
    background: var(--_back);
    color: var(--_text);
  }
  .chevron,
  .leave {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    block-size: var(--_control);
    border-radius: 999px;
    transition: background-color var(--_ease);
  }
  .round svg,
  .leave svg {
    inline-size: 1.375rem;
    block-size: 1.375rem;
  }
  .round:hover,
  .chevron:hover {
    background: color-mix(in oklab, var(--_back), var(--_text) 9%);
  }
  .round:active,
  .chevron:active {
    background: color-mix(in oklab, var(--_back), var(--_text) 16%);
  }
  /* Off is filled with the text's own colour: seen at a glance, and not the red of danger. */
  .round.off {
    --_back: var(--_text);
    background: var(--_back);
    color: var(--_raised);
  }
  .round.off:hover {
    background: color-mix(in oklab, var(--_back), var(--_raised) 14%);
  }
  .round.active {
    --_back: var(--_accent);
    background: var(--_back);
    color: var(--_on-accent);
  }
  .round.active:hover {
    background: var(--_accent-hover);
  }
  .round[aria-disabled='true'] {
    cursor: default;
  }

  .tools {
    display: flex;
    gap: inherit;
  }
  .tools:empty {
    display: none;
  }
  .split {
    display: flex;
    align-items: center;
    border-radius: 999px;
    background: color-mix(in oklab, var(--_raised), var(--_text) 5%);
  }
  .chevron {
    inline-size: 32px;
    background: none;
  }
  .chevron svg {
    inline-size: 1rem;
    block-size: 1rem;
    transition: transform var(--_ease);
  }
  .chevron[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  :host([position='top']) .chevron svg {
    transform: rotate(180deg);
  }

  .badge {
    border: 2px solid var(--_raised);
  }
  .busy::after {
    content: '';
    position: absolute;
    inset: 2px;
    border-radius: 50%;
    border: 2px solid color-mix(in oklab, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  .leave {
    grid-auto-flow: column;
    gap: 8px;
    padding-inline: 22px;
    background: var(--_danger);
    color: var(--_on-danger);
    font-weight: 600;
    font-size: 0.9375rem;
  }
  .leave:hover {
    background: var(--_danger-hover);
  }

  /* It would say what is written there. */
  @container controls (inline-size >= 560px) {
    .leave .tip {
      display: none;
    }
  }
  @container controls (inline-size < 560px) {
    .leave-text {
      display: none;
    }
    .leave {
      padding-inline: 0;
      inline-size: calc(var(--_control) * 1.35);
    }
  }
  @container controls (inline-size < 420px) {
    .toolbar {
      gap: 6px;
      padding: 6px;
    }
    .round {
      inline-size: max(44px, var(--_control) - 4px);
    }
    .round,
    .chevron,
    .leave {
      block-size: max(44px, var(--_control) - 4px);
    }
    .chevron {
      inline-size: 28px;
    }
  }
  @container controls (inline-size < 340px) {
    .chevron,
    slot {
      display: none;
    }
    .place {
      margin: 3px;
    }
    .toolbar {
      padding: 3px;
    }
    .split {
      background: none;
    }
    .tip {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .round,
    .chevron,
    .leave,
    .toolbar,
    .tip {
      border: 1px solid ButtonText;
    }
    .round.off,
    .round.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
