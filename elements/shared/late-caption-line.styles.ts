import { css } from 'lit';

/** Lines of captions in the visitor's own look: `data-color` and `data-background` on `.lines`, its size in `--_caption-size`. */
export const lateCaptionLineStyles = css`
  .lines {
    --_ink: oklch(1 0 0);
    --_ground: oklch(0.16 0.01 262);
    --_line-height: 1.35;
    margin: 0;
    padding: 0.25em 0.6em;
    border-radius: 0.4em;
    font-size: calc(1.125rem * var(--_caption-size, 1));
    line-height: var(--_line-height);
    color: var(--_ink);
    background: var(--_ground);
    overflow-wrap: anywhere;
  }
  .lines[data-color='yellow'] {
    --_ink: oklch(0.93 0.18 105);
  }
  .lines[data-color='green'] {
    --_ink: oklch(0.9 0.19 145);
  }
  .lines[data-color='blue'] {
    --_ink: oklch(0.89 0.08 220);
  }
  .lines[data-color='black'] {
    --_ink: oklch(0.16 0.01 262);
    --_ground: oklch(1 0 0);
  }
  .lines[data-background='tinted'] {
    background: color-mix(in oklab, var(--_ground) 78%, transparent);
  }
  .lines[data-background='outline'] {
    background: none;
    text-shadow:
      0 0 2px var(--_ground),
      1px 1px 1px var(--_ground),
      -1px -1px 1px var(--_ground),
      1px -1px 1px var(--_ground),
      -1px 1px 1px var(--_ground),
      0 0 6px var(--_ground);
  }
  .lines p {
    margin: 0;
  }
  /* Around the name, so that the colon follows it whichever way it is written. */
  .speaker {
    font-weight: 700;
  }
  .speaker::after {
    content: ':';
  }
  @media (forced-colors: active) {
    .lines,
    .lines[data-background] {
      background: Canvas;
      color: CanvasText;
      border: 1px solid CanvasText;
      text-shadow: none;
    }
  }
`;
