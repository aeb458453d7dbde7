import { css } from 'lit';

export const settingsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    overflow: hidden;
    container-type: inline-size;
    background: var(--_surface);
    font-size: 1rem;
    line-height: 1.4;
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 56px;
    padding-inline: 1rem 0.5rem;
  }
  h2 {
    margin: 0;
    font-size: 1.125rem;
    font-weight: 600;
    border-radius: 4px;
  }
  /* The focus is put here by opening: no ring around what cannot be used. */
  h2:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .close {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }
  .close:hover {
    background: var(--_hover);
  }
  .close:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .failed {
    flex: none;
    margin: 0;
    padding: 0.5rem 1rem;
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--_on-danger);
    background: var(--_danger);
  }
  .failed:empty {
    display: none;
  }
  .empty {
    margin: 0;
    padding: 1.5rem;
    text-align: center;
    color: var(--_muted);
  }
  .folds {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .fold {
    border-block-end: 1px solid var(--_line);
  }
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .fold-button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    inline-size: 100%;
    min-block-size: 52px;
    padding-inline: 1rem;
    font-weight: 600;
    text-align: start;
  }
  .fold-button:hover {
    background: var(--_hover);
  }
  .fold-button:focus-visible {
    outline-offset: -4px;
    border-radius: 8px;
    box-shadow: none;
  }
  .fold-button svg {
    transform: rotate(180deg);
    transition: transform var(--_ease);
  }
  .fold-button[aria-expanded='true'] svg {
    transform: none;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-content: start;
    padding: 0.25rem 1rem 1.25rem;
  }
  .tabbed {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(9rem, 13rem) minmax(0, 1fr);
    border-block-start: 1px solid var(--_line);
  }
  [role='tablist'] {
    display: grid;
    align-content: start;
    gap: 4px;
    padding: 0.75rem;
    overflow: auto;
    border-inline-end: 1px solid var(--_line);
  }
  .tab {
    min-block-size: 44px;
    padding-inline: 0.875rem;
    border-radius: calc(var(--_radius) * 0.66);
    font-size: 0.9375rem;
    text-align: start;
  }
  .tab:hover {
    background: var(--_hover);
  }
  .tab[aria-selected='true'] {
    font-weight: 600;
    background: var(--_accent-tint);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .tab[aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .tabbed > .body {
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 6px;
    padding: 1.25rem 1.5rem 2rem;
    grid-template-columns: minmax(0, 34rem);
  }
  .tabbed > .body:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  /* Of the box around: this one has no height of its own to ask for. */
  @container (block-size < 260px) {
    .head {
      min-block-size: 36px;
      padding-inline: 0.75rem 0.25rem;
    }
    .close {
      inline-size: 36px;
      block-size: 36px;
    }
    .fold-button {
      min-block-size: 44px;
      padding-inline: 0.75rem;
    }
    .body {
      padding-inline: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
