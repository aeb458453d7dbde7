import { css } from 'lit';

/** Header, tiles, toolbar, and what the page puts beside them. */
export const stageStyles = css`
  .call {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    background: var(--_stage);
  }
  .header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
    min-inline-size: 0;
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
  @container nex-call (inline-size < 480px) or (block-size < 480px) {
    .header {
      padding-inline-start: 0.75rem;
      font-size: 0.8125rem;
    }
    .toolbar {
      padding-block: 0;
    }
    /* Over one large picture the header floats; over many it would lie on somebody's buttons. */
    [data-controls]:not([data-controls='top']) .call:not(.group) .header {
      position: absolute;
      inset-block-start: 0.5rem;
      inset-inline: 0.75rem;
      z-index: 1;
      min-block-size: 0;
      padding: 0;
      pointer-events: none;
    }
    [data-controls]:not([data-controls='top']) .call:not(.group) .room {
      max-inline-size: 30cqi;
      padding: 0.375rem 0.75rem;
      border-radius: 999px;
      background: color-mix(in oklab, var(--_raised) 85%, transparent);
    }
    nex-quality,
    ::slotted([slot='header']) {
      pointer-events: auto;
    }
    [data-controls]:not([data-controls='top']) .call:not(.group) .stage {
      padding-block-start: 4px;
      /* Under the header: the buttons of the large tile. */
      --_over: 40px;
    }
  }
  /* There is room between the room's name and the quality. */
  @container nex-call (inline-size >= 720px) and (block-size >= 480px) {
    nex-status {
      margin-block-start: 4px;
    }
  }
  @container nex-call (inline-size < 400px) {
    .stage {
      padding-inline: 4px;
    }
  }
  @container nex-call (inline-size < 300px) or (block-size < 240px) {
    .header .room {
      display: none;
    }
    nex-quality {
      font-size: 0.75rem;
    }
    nex-quality::part(button) {
      min-block-size: 28px;
      padding-block: 0;
    }
    nex-status {
      margin-block-start: 0.25rem;
    }
    .call .header {
      position: absolute;
      inset-block-start: 0.5rem;
      inset-inline-start: 0.75rem;
      z-index: 1;
      padding: 0;
    }
  }
`;
