import { css } from 'lit';
import { popoverStyles } from '../shared/popover.styles.js';

/** The menu of a tile. */
export const lateTileMenuStyles = [
  popoverStyles,
  css`
    .tile-menu {
      inline-size: min(20rem, calc(100vw - 16px));
      padding: 6px;
      font-size: 0.9375rem;
      line-height: 1.35;
      touch-action: pan-y;
      cursor: auto;
    }
    .menu-name {
      padding: 6px 10px 8px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 0.8125rem;
      color: var(--_muted);
    }
    .item,
    .row {
      display: flex;
      align-items: center;
      gap: 12px;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 4px 10px;
      border-radius: 9px;
      text-align: start;
    }
    .item:hover,
    .tile-menu .choice:hover,
    .tile-menu .zoom button:hover:not([aria-disabled='true']) {
      background: var(--_hover);
    }
    .row {
      flex-wrap: wrap;
      gap: 2px 12px;
      padding-block: 8px;
      border-block-start: 1px solid var(--_line);
      border-radius: 0;
      margin-block-start: 4px;
    }
    .row + .item {
      border-block-start: 1px solid var(--_line);
      border-start-start-radius: 0;
      border-start-end-radius: 0;
      margin-block-start: 4px;
    }
    .item span,
    .choice {
      unicode-bidi: plaintext;
    }
    .row-name {
      display: flex;
      align-items: center;
      gap: 12px;
      flex: 1;
      min-inline-size: 0;
    }
    .row .percent {
      margin-inline-start: auto;
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
    }
    .volume {
      inline-size: 100%;
      margin: 6px 0 2px;
      block-size: 24px;
      accent-color: var(--_accent);
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      inline-size: 100%;
      margin-block-start: 4px;
    }
    .choice {
      flex: 1 0 auto;
      min-block-size: 36px;
      padding-inline: 10px;
      border: 1px solid var(--_line);
      border-radius: 999px;
      font-size: 0.875rem;
    }
    .choice[aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_accent-tint);
      font-weight: 600;
    }
    .tile-menu .zoom {
      position: static;
      padding: 0;
      background: none;
      color: inherit;
      -webkit-backdrop-filter: none;
      backdrop-filter: none;
    }
    .tile-menu .zoom .percent {
      margin: 0;
    }
    .tile-menu :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
      box-shadow: none;
    }
    @media (forced-colors: active) {
      .choice[aria-pressed='true'] {
        outline: 2px solid Highlight;
      }
    }
  `,
];
