import { css } from 'lit';

/** The column or sheet of the open panel. */
export const latePanelStyles = css`
  .panel {
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: clamp(320px, 30cqi, 360px);
    min-block-size: 0;
    margin-inline-end: var(--_space);
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    animation: panel-in var(--_ease);
  }
  .panel:focus-visible {
    outline-offset: -2px;
  }
  @keyframes panel-in {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  .panel > :not(.grip) {
    flex: 1;
    min-block-size: 0;
  }
  .grip {
    display: none;
    place-items: center;
    flex: none;
    inline-size: 100%;
    block-size: 24px;
    margin-block-end: -10px;
    z-index: 1;
    border-radius: var(--_radius) var(--_radius) 0 0;
    touch-action: none;
    cursor: ns-resize;
  }
  .grip::before {
    content: '';
    inline-size: 40px;
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in oklab, var(--_text) 50%, transparent);
  }
  .grip:hover::before {
    background: var(--_text);
  }
  .grip:focus-visible {
    outline-offset: -2px;
  }
  .panel-wait {
    display: grid;
    align-content: start;
    justify-items: center;
    gap: 1rem;
    padding: 0 1rem 1rem;
    color: var(--_muted);
    text-align: center;
  }
  .panel-wait p {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin: 1rem 0 0;
    text-wrap: balance;
  }
  .panel-top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 52px;
    color: var(--_text);
  }
  .panel-top h2 {
    font-size: 1.0625rem;
  }
  .panel-close {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: -0.5rem;
    border-radius: 50%;
    color: var(--_muted);
  }
  .panel-close:hover {
    background: var(--_hover);
  }
  /* The toolbar lies over the tiles, but never over where one writes. */
  [data-controls='floating'] .panel {
    margin-block-end: calc(max(44px, var(--_control)) + 44px);
  }
  /* What the page itself puts beside the tiles makes room where both do not fit. */
  @container nex-call (inline-size < 1100px) {
    .middle.has-panel ::slotted([slot='aside']) {
      display: none;
    }
  }
  @container nex-call (inline-size < 720px) {
    .panel {
      inline-size: auto;
      block-size: var(--_sheet, 56cqb);
      margin-inline: 0;
      border-width: 1px 0 0;
      border-radius: 16px 16px 0 0;
      box-shadow: 0 -6px 24px oklch(0 0 0 / 0.14);
    }
    .panel.large {
      block-size: var(--_sheet, calc(100cqb - 220px));
    }
    .middle.has-panel {
      grid-template-rows: minmax(96px, 1fr) minmax(0, auto);
    }
    .grip {
      display: grid;
    }
  }
  /* Too low for a sheet: beside the tiles where there is width, over everything where there is not. */
  @container nex-call (520px <= inline-size < 720px) and (block-size < 480px) {
    .middle.has-panel {
      grid-auto-flow: column;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
    }
    .panel,
    .panel.large {
      inline-size: 300px;
      block-size: auto;
      border-width: 1px;
      border-radius: var(--_radius);
    }
    .grip {
      display: none;
    }
  }
  /* Over all tiles, but not over the toolbar. */
  @container nex-call (inline-size < 520px) and (block-size < 480px) {
    .middle.has-panel {
      position: relative;
    }
    [data-controls] .panel,
    .panel.large {
      position: absolute;
      inset: 0;
      z-index: 3;
      block-size: auto;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .grip {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .grip::before {
      background: ButtonText;
    }
  }
`;
