import { css } from 'lit';

/** The box of the call, its themes, and what lies over everything. */
export const callStyles = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    min-block-size: 180px;
    contain: layout;
    background: var(--_surface);
    border-radius: var(--_radius);
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
    --nex-color-line: light-dark(oklch(0 0 0), oklch(1 0 0));
  }
  /*
   * The height that the page gave, and a shape where it gave none: on the host the shape would win over \`inset: 0\`, and
   * be lost where a page takes all styles from the host.
   */
  .base {
    container: nex-call / size;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: inherit;
    max-block-size: inherit;
    aspect-ratio: 16 / 10;
    /* Not a block: a page's underline would go through all text. */
    display: inline-grid;
    vertical-align: top;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    overflow: hidden;
    background: inherit;
    border-radius: inherit;
    /* In here sizes start from the visitor's own, whatever the page made of its root's, and are passed on. */
    font-size: medium;
    --_nex-size: 1em;
    --_nex-rem: 1em;
  }
  @media (max-width: 480px) {
    :host {
      max-block-size: 100dvh;
    }
    .base {
      aspect-ratio: 10 / 16;
    }
  }
  /* The screens inside of a slot too: a slot has no box of its own. */
  .base > *,
  .notice,
  ::slotted([slot='ended']) {
    grid-area: 1 / 1;
    min-block-size: 0;
  }
  .own {
    overflow: auto;
  }
  .own[hidden] {
    display: none;
  }
  /* Focus is put here by the call itself, so that it is not lost: no ring around what cannot be used. */
  [data-view-focus]:focus-visible {
    outline: none;
    box-shadow: none;
  }
  nex-status {
    z-index: 2;
    align-self: start;
    margin-block-start: 3.75rem;
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
  }
`;
