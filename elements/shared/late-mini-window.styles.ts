import { css } from 'lit';
import { baseStyles } from './base.styles.js';
import { roundStyles } from './round.styles.js';

/** The small window: pictures above, three buttons below. */
export const lateMiniWindowStyles = [
  ...baseStyles,
  roundStyles,
  css`
    :host {
      position: fixed;
      inset: 0;
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
      background: var(--_stage);
      font-family: var(--nex-font, system-ui, sans-serif);
    }
    .pictures {
      position: relative;
      margin: 6px 6px 0;
    }
    .pictures > * {
      position: absolute;
      inset: 0;
      aspect-ratio: auto;
    }
    .own {
      inset: auto 8px 8px auto;
      inline-size: clamp(64px, 26vw, 180px);
      aspect-ratio: 16 / 9;
      z-index: 1;
      border-radius: var(--_tile-radius);
      box-shadow: 0 0 0 1px oklch(1 0 0 / 0.16);
    }
    .buttons {
      display: flex;
      justify-content: center;
      gap: 8px;
      padding: 6px;
    }
    .round {
      background: var(--_raised);
      border-color: var(--_line);
    }
    .round:hover {
      background: linear-gradient(var(--_hover), var(--_hover)), var(--_raised);
    }
    .round.off {
      background: var(--_text);
      color: var(--_surface);
    }
    .round.leave {
      inline-size: 64px;
      background: var(--_danger);
      color: var(--_on-danger);
      border-color: transparent;
    }
    @media (max-height: 140px) {
      .own {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .round {
        border-color: ButtonText;
      }
    }
  `,
];
