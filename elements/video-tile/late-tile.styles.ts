import { css } from 'lit';

/** Pin and menu, marks, reactions and zoom of a tile. */
export const lateTileStyles = css`
  :host(:fullscreen) {
    background: oklch(0.12 0.01 262);
  }
  :host(:fullscreen) .clip,
  :host(:fullscreen) .tile {
    border-radius: 0;
  }

  /* Two fingers zoom the picture, one scrolls the page until it is zoomed. */
  .zoomable {
    touch-action: pan-x pan-y;
    -webkit-touch-callout: none;
    user-select: none;
  }
  .zoomed {
    touch-action: none;
    cursor: grab;
  }
  .zoomed .clip :is(video, canvas) {
    scale: var(--_zoom);
    translate: var(--_pan);
  }

  /* Nothing to see, so the voice is: two circles behind the disc that grow with it. What moves is moved by the compositor. */
  .speaking .clip {
    isolation: isolate;
  }
  .speaking .disc {
    position: relative;
  }
  .speaking .disc::before,
  .speaking .disc::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    border-radius: inherit;
    background: var(--_speaking);
    opacity: 0.55;
    scale: calc(1 + 0.18 * var(--_level, 0));
    transition: scale 120ms ease-out;
  }
  .speaking .disc::after {
    opacity: 0.22;
    scale: calc(1 + 0.4 * var(--_level, 0));
  }

  .actions,
  .zoom {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 3px;
    border-radius: 999px;
    background: var(--_scrim);
    color: var(--_on-scrim);
    -webkit-backdrop-filter: blur(12px);
    backdrop-filter: blur(12px);
  }
  .actions {
    position: absolute;
    /* What floats over the upper edge is left free. */
    inset-block-start: calc(8px + var(--_over, 0px));
    inset-inline-end: 8px;
    opacity: 0;
    transition: opacity var(--_ease);
  }
  .tile:hover .actions,
  .tile:focus-within .actions,
  .revealed .actions {
    opacity: 1;
  }
  .actions button,
  .zoom button {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
  }
  .actions button:hover,
  .tile > .zoom button:hover {
    background: oklch(1 0 0 / 0.18);
  }
  .actions button.on {
    background: oklch(1 0 0 / 0.24);
  }
  .actions :focus-visible,
  .tile > .zoom :focus-visible {
    outline: 2px solid oklch(1 0 0);
    outline-offset: -2px;
    box-shadow: none;
  }
  @media (hover: none) {
    .tile:hover:not(.revealed, :focus-within) .actions {
      opacity: 0;
      pointer-events: none;
    }
  }

  .tile > .zoom {
    position: absolute;
    inset-block-start: calc(56px + var(--_over, 0px));
    inset-inline-end: 8px;
  }
  .zoom [aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .zoom .percent {
    min-inline-size: 3.25rem;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  /* In the pill, before the name. */
  .marks,
  .mark {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .marks {
    margin-inline-start: -4px;
  }
  .hand {
    gap: 2px;
    padding: 2px 6px;
    border-radius: 999px;
    background: oklch(0.84 0.15 85);
    color: oklch(0.25 0.05 85);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .reactions {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    pointer-events: none;
  }
  .reaction {
    position: absolute;
    inset-block-end: 14%;
    margin-inline-start: -0.6em;
    font-size: clamp(1.5rem, 18cqmin, 4rem);
    line-height: 1.2;
    animation: rise 2s ease-out both;
    filter: drop-shadow(0 1px 3px oklch(0 0 0 / 0.4));
  }
  @keyframes rise {
    0% {
      opacity: 0;
      transform: translateY(30%) scale(0.6);
    }
    12% {
      opacity: 1;
      transform: none;
    }
    70% {
      opacity: 1;
    }
    100% {
      opacity: 0;
      transform: translateY(-52cqb);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .reaction {
      animation: none;
    }
  }

  @container tile (inline-size < 250px) {
    .actions,
    .tile > .zoom {
      inset-inline-end: 4px;
      padding: 2px;
    }
    .actions {
      inset-block-start: calc(4px + var(--_over, 0px));
    }
    .hand {
      padding: 1px 4px;
    }
    .tile > .zoom {
      inset-block-start: calc(42px + var(--_over, 0px));
    }
    .actions button,
    .tile > .zoom button {
      inline-size: 30px;
      block-size: 30px;
    }
    .mark svg {
      inline-size: 0.875rem;
      block-size: 0.875rem;
    }
  }
  /* The menu has them too. */
  @container tile (inline-size < 180px) or (block-size < 110px) {
    .tile > .zoom {
      display: none;
    }
  }
  @container tile (inline-size < 130px) or (block-size < 70px) {
    .actions .pin,
    .mark.pinned,
    .mark.spot {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .clip,
    .disc,
    .pill,
    .actions,
    .tile > .zoom,
    .hand {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .spinner {
      border-color: CanvasText;
      border-block-start-color: Highlight;
    }
    .speaking .ring {
      opacity: 1;
      outline: 3px solid Highlight;
    }
    .actions button.on {
      outline: 2px solid Highlight;
    }
  }
  @media (prefers-reduced-transparency: reduce) {
    .pill,
    .actions,
    .tile > .zoom {
      background: oklch(0.2 0.01 262);
      -webkit-backdrop-filter: none;
      backdrop-filter: none;
    }
  }
`;
