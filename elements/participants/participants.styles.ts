import { css } from 'lit';

export const participantsStyles = css`
  .count {
    margin-inline-start: 0.25rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .invite,
  .search {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    flex: none;
    padding: 0 1rem 0.5rem;
  }
  .invite .button {
    flex: 1;
  }
  .search {
    position: relative;
  }
  .search svg {
    position: absolute;
    inset-inline-start: 1.75rem;
    color: var(--_muted);
    pointer-events: none;
  }
  input[type='search'] {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline: 2.75rem 0.75rem;
    font: inherit;
    font-size: 1rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 50%, transparent);
    border-radius: 999px;
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding-block: 6px;
    padding: 0 0.5rem 0.75rem;
  }
  .scroll > .calm,
  p.foot {
    padding: 0.5rem;
    margin: 0.5rem;
  }
  h3 {
    margin: 0.75rem 0.5rem 0.25rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .person {
    border-radius: 12px;
  }
  .person.open {
    background: var(--_raised);
    outline: 1px solid var(--_line);
  }
  .row {
    display: grid;
    grid-template: 'disc name media more' auto 'disc state state more' auto / auto minmax(0, 1fr) auto auto;
    align-content: center;
    align-items: center;
    column-gap: 0.625rem;
    min-block-size: 52px;
    padding-block: 0.25rem;
    padding-inline: 0.5rem 0.25rem;
  }
  .disc {
    grid-area: disc;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: oklch(0.46 0.1 var(--_hue, 262));
    color: oklch(1 0 0);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .disc.speaking {
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 4px var(--_speaking);
  }
  /* Nothing below it: in the middle. */
  .row:not(:has(.state)) :is(.name, .media) {
    grid-row: 1 / -1;
  }
  .who {
    display: contents;
  }
  .name {
    grid-area: name;
    display: flex;
    align-items: end;
    gap: 0.375rem;
    min-inline-size: 0;
  }
  .name bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  .you {
    flex: none;
    color: var(--_muted);
  }
  .state {
    grid-area: state;
    display: flex;
    align-items: start;
    gap: 0.25rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .state svg {
    inline-size: 0.875rem;
    block-size: 1.4em;
  }
  .state.trouble {
    color: light-dark(oklch(0.48 0.12 60), oklch(0.83 0.12 80));
  }
  .row > .more {
    grid-area: more;
  }
  .more svg {
    stroke-width: 3;
  }
  .person > .button {
    margin-inline: 3.375rem 0;
    margin-block-end: 0.5rem;
  }
  .media {
    grid-area: media;
    display: flex;
    gap: 0.5rem;
    color: var(--_muted);
  }
  .media svg {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  .actions {
    display: grid;
    padding: 0 0.5rem 0.5rem;
  }
  .action,
  .volume {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 44px;
    padding-inline: 0.5rem;
    border-radius: 8px;
    text-align: start;
  }
  .action:hover {
    background: var(--_hover);
  }
  .action:active {
    background: var(--_press);
  }
  .action svg,
  .volume svg {
    color: var(--_muted);
  }
  input[type='range'] {
    flex: 1;
    min-inline-size: 0;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  output {
    min-inline-size: 3.5rem;
    text-align: end;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  @container panel (inline-size < 280px) {
    .row {
      grid-template: 'name name more' auto 'state media more' auto / minmax(0, 1fr) auto auto;
    }
    .row:not(:has(.state)) .name {
      grid-column: 1;
    }
    .disc {
      display: none;
    }
    .volume span {
      display: none;
    }
    .person > .button {
      margin-inline-start: 0.5rem;
    }
  }
  @container panel (block-size < 260px) {
    .invite {
      display: none;
    }
    .search {
      padding: 4px 0.5rem;
    }
  }
  /* Here one looks through the list itself. */
  @container panel (block-size < 180px) {
    .search {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .disc,
    .person.open,
    .action {
      border: 1px solid CanvasText;
    }
    .disc.speaking {
      outline: 2px solid Highlight;
    }
  }
`;
