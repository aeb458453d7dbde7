import { css } from 'lit';

export const callStyles = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    aspect-ratio: 16 / 10;
    min-block-size: 180px;
    container: nex-call / inline-size;
    overflow: hidden;
    background: var(--_surface);
    border-radius: var(--_radius);
    line-height: 1.4;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='contrast']) {
    --nex-color-surface: light-dark(oklch(1 0 0), oklch(0 0 0));
    --nex-color-surface-raised: light-dark(oklch(1 0 0), oklch(0.12 0 0));
    --nex-color-text: light-dark(oklch(0 0 0), oklch(1 0 0));
    --nex-color-text-muted: light-dark(oklch(0.2 0 0), oklch(0.95 0 0));
    --nex-color-accent: light-dark(oklch(0.38 0.2 262), oklch(0.88 0.12 95));
    --nex-color-focus: light-dark(oklch(0 0 0), oklch(1 0 0));
  }
  @media (max-width: 480px) {
    :host {
      aspect-ratio: 10 / 16;
      max-block-size: 100dvh;
    }
  }
  .base {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .base > * {
    grid-area: 1 / 1;
    min-block-size: 0;
  }
  .own {
    overflow: auto;
  }
  .own[hidden] {
    display: none;
  }
  nex-status {
    z-index: 2;
    align-self: start;
    margin-block-start: 3.25rem;
    margin-inline: var(--_space);
    pointer-events: none;
  }
  nex-status::part(status-banner),
  nex-status::part(banner) {
    pointer-events: auto;
  }
  /* These screens say it themselves; the words for screen readers stay. */
  [data-view='lobby'] nex-status::part(banner),
  [data-view='joining'] nex-status::part(banner) {
    display: none;
  }
  .lobby {
    overflow: auto;
    display: grid;
    align-content: safe center;
    outline: none;
  }
  .call {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    background: var(--_stage);
    outline: none;
  }
  .header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    min-block-size: 44px;
    padding-inline: 1rem 0.5rem;
    font-size: 0.9375rem;
  }
  .room {
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .middle {
    grid-row: 2;
    display: grid;
    grid-auto-flow: column;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }
  .stage {
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    padding-inline: var(--_space);
  }
  nex-video-grid {
    block-size: 100%;
  }
  .toolbar {
    grid-row: 3;
    padding-block: var(--_space);
    min-inline-size: 0;
  }
  [data-controls='top'] .call {
    grid-template-rows: auto auto minmax(0, 1fr);
    padding-block-end: var(--_space);
  }
  [data-controls='top'] .toolbar {
    grid-row: 2;
  }
  [data-controls='top'] .middle {
    grid-row: 3;
  }
  [data-controls='none'] .call,
  [data-controls='floating'] .call {
    padding-block-end: var(--_space);
  }
  ::slotted([slot='aside']) {
    inline-size: clamp(320px, 30cqi, 360px);
    overflow: auto;
  }
  @container nex-call (inline-size < 720px) {
    .middle {
      grid-auto-flow: row;
      grid-template-rows: minmax(0, 1fr) auto;
    }
    ::slotted([slot='aside']) {
      inline-size: auto;
      max-block-size: 45cqb;
    }
  }
  @container nex-call (inline-size < 400px) {
    .header {
      min-block-size: 32px;
      padding-inline-start: 0.75rem;
      font-size: 0.8125rem;
    }
    .stage {
      padding-inline: 4px;
    }
    .toolbar {
      padding-block: 4px;
    }
  }
  /* Where space is dear the header floats over the tiles instead of taking a row of its own. */
  @container nex-call (inline-size < 480px) {
    [data-controls]:not([data-controls='top']) .header {
      position: absolute;
      inset-block-start: 0.5rem;
      inset-inline: 0.5rem;
      z-index: 1;
      min-block-size: 0;
      padding: 0;
      justify-content: start;
      pointer-events: none;
    }
    [data-controls]:not([data-controls='top']) .room {
      padding: 0.375rem 0.75rem;
      border-radius: 999px;
      background: color-mix(in oklch, var(--_raised) 85%, transparent);
    }
    nex-quality,
    ::slotted([slot='header']) {
      pointer-events: auto;
    }
    [data-controls]:not([data-controls='top']) .stage {
      padding-block-start: 4px;
    }
  }
  @container nex-call (inline-size < 300px) {
    .header .room {
      display: none;
    }
  }
`;
