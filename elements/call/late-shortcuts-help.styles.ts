import { css } from 'lit';

/** The list of keys, over the whole call. */
export const lateShortcutsHelpStyles = css`
  .keys-place {
    display: contents;
  }
  .keys-cover {
    grid-area: 1 / 1;
    min-block-size: 0;
    z-index: 4;
    display: grid;
    place-items: center;
    padding: 8px;
    background: oklch(0 0 0 / 0.5);
  }
  .keys-dialog {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    inline-size: min(26rem, 100%);
    max-block-size: 100%;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.9375rem;
    box-shadow: 0 12px 40px oklch(0 0 0 / 0.35);
  }
  .keys-dialog:focus-visible {
    outline-offset: -2px;
  }
  .keys-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 8px 4px;
    padding-inline: 20px 8px;
  }
  .keys-head h2 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .keys-close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }
  .keys-close:hover {
    background: var(--_hover);
  }
  .keys-list {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 20px 8px;
  }
  .keys-list dl {
    margin: 0;
  }
  .keys-list:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .keys-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 36px;
    border-block-end: 1px solid color-mix(in oklab, var(--_line) 60%, transparent);
  }
  .keys-row:last-child {
    border: 0;
  }
  .keys-row dt {
    padding-block: 6px;
  }
  .keys-row dd {
    margin: 0;
    flex: none;
  }
  .keys-dialog kbd {
    display: inline-block;
    min-inline-size: 1.75rem;
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-block-end-width: 2px;
    border-radius: 6px;
    background: var(--_surface);
    font: inherit;
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: center;
  }
  .keys-list[data-off] {
    color: var(--_muted);
  }
  .keys-foot {
    display: grid;
    gap: 6px;
    padding: 10px 20px 14px;
    border-block-start: 1px solid var(--_line);
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .keys-foot p {
    margin: 0;
  }
  .keys-use {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    font-size: 0.9375rem;
    color: var(--_text);
    cursor: pointer;
  }
  .keys-use input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  @container nex-call (block-size < 320px) {
    .keys-cover {
      padding: 0;
    }
    .keys-dialog {
      grid-template-rows: auto auto auto;
      overflow: auto;
      block-size: 100%;
      border-radius: 0;
    }
    .keys-list {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .keys-dialog,
    .keys-dialog kbd {
      border-color: CanvasText;
    }
  }
`;
