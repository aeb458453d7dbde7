import { css } from 'lit';

/** The buttons that come when the call stands, their menu, and what opens over the toolbar. */
export const lateControlsStyles = css`
  .round.open {
    --_back: var(--_accent-tint);
    border: 2px solid var(--_accent-text);
  }
  .tool,
  .more {
    animation: come var(--_ease);
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  .dot,
  .count {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -2px;
    border: 2px solid var(--_raised);
    border-radius: 999px;
  }
  .dot {
    inline-size: 14px;
    block-size: 14px;
    background: var(--_accent-text);
  }
  .count,
  .pill {
    min-inline-size: 20px;
    padding-inline: 4px;
    font-size: 0.75rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    text-align: center;
  }
  .count {
    background: color-mix(in oklab, var(--_raised), var(--_text) 22%);
    color: var(--_text);
  }
  .pill {
    margin-inline-start: auto;
    border-radius: 999px;
    line-height: 20px;
    background: color-mix(in oklab, var(--_raised), var(--_text) 16%);
  }
  .pill.news {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .more-menu {
    min-inline-size: 0;
    inline-size: min(19rem, calc(100vw - 16px));
    /* A shadow at the edge beyond which there is more. */
    background:
      linear-gradient(var(--_raised) 30%, transparent) top / 100% 36px local,
      linear-gradient(transparent, var(--_raised) 70%) bottom / 100% 36px local,
      radial-gradient(farthest-side at top, color-mix(in oklab, var(--_text) 30%, transparent), transparent) top / 100% 10px,
      radial-gradient(farthest-side at bottom, color-mix(in oklab, var(--_text) 30%, transparent), transparent) bottom / 100% 10px,
      var(--_raised);
    background-repeat: no-repeat;
  }
  .choice-icon {
    flex: none;
    color: var(--_muted);
  }
  .choice > .check {
    margin-inline-start: auto;
  }
  .pill + .check {
    margin-inline-start: 0;
  }
  .radios {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 2px;
  }
  .radio {
    gap: 6px;
    padding-inline: 8px;
    font-size: 0.8125rem;
    line-height: 1.2;
    hyphens: auto;
  }
  .radio[aria-checked='true'] {
    background: var(--_accent-tint);
    font-weight: 600;
  }
  .radio[aria-checked='true'] .choice-icon {
    color: var(--_accent-text);
  }
  .choice-icon.mirrored:dir(rtl) svg,
  .chat:dir(rtl) > svg {
    scale: -1 1;
  }

  .reaction-row {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 2px;
  }
  .reactions-menu {
    min-inline-size: 0;
    max-inline-size: none;
    border-radius: 999px;
  }
  .reaction {
    display: grid;
    place-items: center;
    min-inline-size: 0;
    block-size: 44px;
    border-radius: 999px;
    font-size: 1.5rem;
    line-height: 1;
    transition: scale var(--_ease);
  }
  .reactions-menu .reaction {
    inline-size: 44px;
  }
  .reaction:hover,
  .reaction:focus {
    background: var(--_hover);
  }
  .reaction:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .reaction:active {
    scale: 0.85;
  }

  .question {
    padding: 16px;
    inline-size: min(20rem, calc(100vw - 16px));
  }
  .question p {
    margin: 0 0 14px;
    font-size: 0.9375rem;
    font-weight: 500;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
  }

  .bubble:popover-open {
    position: fixed;
    inset: auto;
    margin: 0;
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 6px;
    padding-inline: 14px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_text);
    color: var(--_raised);
    font-weight: 500;
    box-shadow: 0 6px 24px oklch(0 0 0 / 0.3);
    animation: come var(--_ease);
  }
  .bubble:has(.bubble-button) {
    padding-inline-end: 6px;
  }
  .bubble-button {
    min-block-size: 36px;
    padding-inline: 14px;
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_text);
    font-weight: 600;
  }
  .bubble-button:hover {
    background: color-mix(in oklab, var(--_raised), var(--_text) 12%);
  }

  .place {
    transition:
      opacity var(--_ease),
      translate var(--_ease);
  }
  .place.away {
    opacity: 0;
    translate: 0 12px;
  }
  :host([position='top']) .place.away {
    translate: 0 -12px;
  }
  .place:is(.away, .coming) .toolbar {
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .round.open,
    .radio[aria-checked='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .radio[aria-checked='true'] .choice-icon {
      color: HighlightText;
    }
    .dot {
      forced-color-adjust: none;
      background: Highlight;
    }
    .bubble,
    .bubble-button,
    .count {
      border: 1px solid CanvasText;
    }
  }
`;
