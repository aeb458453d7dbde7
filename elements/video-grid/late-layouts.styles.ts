import { css } from 'lit';

/** Pages, hidden tiles, gestures, and the button on the floating own picture. */
export const lateLayoutsStyles = css`
  .stage {
    reading-flow: source-order;
  }
  /* The page behind still scrolls up and down; sideways turns pages. */
  .paged {
    touch-action: pan-y;
  }
  .swiping,
  .settling {
    overflow: clip;
    overflow-clip-margin: 8px;
  }
  .page {
    --_over: 0px;
    translate: var(--_swipe, 0);
  }
  .settling > .page {
    transition: translate 180ms cubic-bezier(0.2, 0, 0, 1);
  }
  .thumbnail {
    touch-action: none;
    cursor: grab;
  }
  .carrying > .thumbnail {
    cursor: grabbing;
    z-index: 3;
  }

  .bar {
    position: absolute;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }
  .bar.bottom {
    inset-block-end: 0;
    inset-inline: 0;
    block-size: 40px;
  }
  .bar.over {
    z-index: 2;
    inset-block-start: 4px;
    inset-inline: 0;
    pointer-events: none;
  }
  .bar > * {
    pointer-events: auto;
  }
  .bar.end {
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 40px;
    flex-direction: column;
  }
  .pager {
    display: flex;
    align-items: center;
    gap: 4px;
    border-radius: 999px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .pager button {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 36px;
    border-radius: 999px;
  }
  .pager button:hover:not([aria-disabled='true']) {
    background: var(--_hover);
  }
  .pager button[aria-disabled='true'] {
    color: var(--_muted);
    opacity: 0.5;
    cursor: default;
  }
  .number {
    min-inline-size: 2.5rem;
    text-align: center;
  }
  .of {
    margin-inline: 0.25em;
    color: var(--_muted);
  }
  .previous svg {
    transform: rotate(-90deg);
  }
  .next svg {
    transform: rotate(90deg);
  }
  .previous:dir(rtl) svg {
    transform: rotate(90deg);
  }
  .next:dir(rtl) svg {
    transform: rotate(-90deg);
  }
  .end .pager {
    flex-direction: column;
  }
  .end .number {
    min-inline-size: 0;
    font-size: 0.75rem;
  }
  .end .pager button {
    inline-size: 36px;
  }
  .note {
    display: flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    padding-inline-start: 12px;
    border-radius: 999px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    font-size: 0.8125rem;
    color: var(--_muted);
    white-space: nowrap;
  }
  .what {
    unicode-bidi: plaintext;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .show {
    min-block-size: 34px;
    padding-inline: 10px;
    border-radius: 999px;
    color: var(--_text);
    font-weight: 600;
  }
  .show:hover {
    background: var(--_hover);
  }
  .end .note {
    padding: 0;
  }
  .end .what,
  .over .what {
    display: none;
  }
  .over .note {
    padding: 0;
  }
  .end .show {
    padding-inline: 2px;
    font-size: 0.75rem;
  }
  .over .show,
  .over .pager button {
    min-block-size: 28px;
    block-size: 28px;
  }

  .move {
    position: absolute;
    z-index: 2;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--_scrim);
    color: var(--_on-scrim);
    opacity: 0;
    transition: opacity var(--_ease);
  }
  .move svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .move:focus-visible {
    outline: 2px solid oklch(1 0 0);
    outline-offset: -2px;
    box-shadow: 0 0 0 2px oklch(0.2 0.01 262);
  }
  .thumbnail:hover ~ .move,
  .thumbnail:focus-within ~ .move,
  .thumbnail:state(revealed) ~ .move,
  .move:hover,
  .move:focus-visible {
    opacity: 1;
  }
  .carrying > .move,
  .swiping > .move {
    opacity: 0;
  }
  @media (hover: none) {
    .thumbnail:hover:not(:state(revealed), :focus-within) ~ .move {
      opacity: 0;
      pointer-events: none;
    }
  }
  @media (forced-colors: active) {
    .pager,
    .note,
    .move {
      border: 1px solid CanvasText;
    }
    .move {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
