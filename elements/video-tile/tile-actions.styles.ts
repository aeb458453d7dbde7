import { css } from 'lit';

/** Pin, full screen and picture in picture, in sight on hover, focus or tap. */
export const tileActionsStyles = css`
  .actions {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: 999px;
    background: var(--_scrim);
    color: var(--_on-scrim);
    -webkit-backdrop-filter: blur(12px);
    backdrop-filter: blur(12px);
    opacity: 0;
    transition: opacity var(--_ease);
  }
  .tile:hover .actions,
  .tile:focus-within .actions,
  .revealed .actions {
    opacity: 1;
  }
  .actions button {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
  }
  .actions button:hover {
    background: oklch(1 0 0 / 0.18);
  }
  .actions button.on {
    background: oklch(1 0 0 / 0.24);
  }
  .actions :focus-visible {
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

  @container tile (inline-size < 250px) {
    .actions {
      inset-block-start: 4px;
      inset-inline-end: 4px;
      padding: 2px;
    }
    .actions button {
      inline-size: 30px;
      block-size: 30px;
    }
  }
  @container tile (inline-size < 130px) or (block-size < 70px) {
    .actions .pip,
    .actions .full {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .actions {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .actions button.on {
      outline: 2px solid Highlight;
    }
  }
  @media (prefers-reduced-transparency: reduce) {
    .actions {
      background: oklch(0.2 0.01 262);
      backdrop-filter: none;
    }
  }
`;
