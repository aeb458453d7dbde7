import { css } from 'lit';

export const captionsStyles = css`
  :host {
    display: grid;
    align-content: end;
    justify-items: center;
    gap: 4px;
    min-inline-size: 0;
    padding: 4px;
    container-type: inline-size;
  }
  /* Nothing was said: takes no room. */
  :host([data-empty]) {
    display: none;
  }
  :host([place='top']) {
    align-content: start;
    order: -1;
  }
  .strip {
    display: flex;
    align-items: flex-end;
    gap: 4px;
    max-inline-size: min(100%, 52rem);
    min-inline-size: 0;
  }
  .lines {
    min-inline-size: 0;
    /* Three lines whatever their size: what is newest stays, at the end. */
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
  }
  .window {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    max-block-size: calc(3em * var(--_line-height));
    overflow: hidden;
  }
  .window p {
    flex: none;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.35em;
  }
  .window p[hidden] {
    display: none;
  }
  .window .speaker {
    display: flex;
    max-inline-size: min(14em, 40cqi);
  }
  .window .speaker bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Of a long sentence the end is shown, and its speaker all the same. */
  .said {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    max-block-size: calc(3em * var(--_line-height));
    overflow: hidden;
  }
  .said bdi {
    flex: none;
  }
  .log .said {
    display: inline;
  }
  .log {
    inline-size: min(100%, 52rem);
    max-block-size: min(16rem, 45vh);
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font-size: calc(1rem * min(var(--_caption-size, 1), 2));
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .log p {
    margin: 0;
  }
  .log p + p {
    margin-block-start: 0.25em;
  }
  .log .open {
    color: var(--_muted);
  }
  .toggle {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    background: var(--_scrim);
    color: var(--_on-scrim);
  }
  .toggle:hover {
    background: oklch(0.16 0.01 262 / 0.9);
  }
  .toggle[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
  @container (inline-size < 480px) {
    .window p {
      grid-template-columns: minmax(0, 1fr);
    }
    .window .speaker {
      max-inline-size: none;
    }
    .said {
      max-block-size: calc(2em * var(--_line-height));
    }
  }
  @container (inline-size < 360px) {
    .lines {
      font-size: calc(0.9375rem * var(--_caption-size, 1));
    }
  }
  @media (forced-colors: active) {
    .toggle {
      border-color: ButtonText;
    }
  }
`;
