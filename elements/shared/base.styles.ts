import { css } from 'lit';
import { tokensStyles } from './tokens.styles.js';

/** What all elements start from: box, font, focus ring, buttons, text only for screen readers, forced colours. */
export const baseStyles = [
  tokensStyles,
  css`
    /* Of what the page says for everything in it, only this comes in. The page reaches the host itself, but no base. */
    :host,
    .base {
      all: initial;
      box-sizing: border-box;
      font-family: var(--nex-font, inherit);
      font-size: var(--_nex-size, medium);
      line-height: 1.4;
      color: var(--_text);
      color-scheme: inherit;
      visibility: inherit;
      pointer-events: inherit;
      -webkit-user-select: text;
      -webkit-tap-highlight-color: transparent;
    }
    :host([hidden]) {
      display: none !important;
    }
    /* Not inherited: the browser's own box inside of details would pass on another one. */
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }

    .visually-hidden:not(:focus):not(:active) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
      border: 0;
      white-space: nowrap;
    }

    /* Two colours, so that one of them shows on whatever lies behind. */
    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--_surface);
    }

    svg {
      inline-size: 1.25rem;
      block-size: 1.25rem;
      flex: none;
      display: block;
    }

    button {
      appearance: none;
      font: inherit;
      color: inherit;
      background: none;
      border: 1px solid transparent;
      margin: 0;
      padding: 0;
      cursor: pointer;
      touch-action: manipulation;
    }
    button:disabled {
      cursor: default;
    }

    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: var(--_space);
      min-block-size: 44px;
      padding: 0.5rem 1.125rem;
      border-radius: 999px;
      font-size: 0.9375rem;
      font-weight: 600;
      line-height: 1.25;
      text-align: center;
      border-color: var(--_line);
      background: var(--_raised);
      color: var(--_text);
      transition:
        background-color var(--_ease),
        border-color var(--_ease);
    }
    .button:hover:not(:disabled) {
      background: linear-gradient(var(--_hover), var(--_hover)), var(--_raised);
    }
    .button:active:not(:disabled) {
      background: linear-gradient(var(--_press), var(--_press)), var(--_raised);
    }
    .button.primary {
      background: var(--_accent);
      border-color: transparent;
      color: var(--_on-accent);
    }
    .button.primary:hover:not(:disabled) {
      background: var(--_accent-hover);
    }
    .button.primary:active:not(:disabled) {
      background: var(--_accent-press);
    }
    .button.danger {
      background: var(--_danger);
      border-color: transparent;
      color: var(--_on-danger);
    }
    .button.danger:hover:not(:disabled) {
      background: var(--_danger-hover);
    }
    .button.quiet {
      background: none;
      border-color: transparent;
      color: var(--_muted);
    }
    .button.quiet:hover:not(:disabled) {
      background: var(--_hover);
      color: var(--_text);
    }
    .button:disabled,
    .button[aria-disabled='true'] {
      opacity: 0.6;
      cursor: default;
    }

    @media (prefers-reduced-motion: reduce) {
      *,
      *::before,
      *::after {
        animation-duration: 0.01ms !important;
        animation-iteration-count: 1 !important;
        transition: none !important;
      }
    }
    @media (forced-colors: active) {
      .button,
      .button.primary,
      .button.danger {
        border-color: ButtonText;
      }
      :focus-visible {
        outline-color: Highlight;
        box-shadow: none;
      }
    }
  `,
];
