import { css } from 'lit';

/** The border between the large pictures and the others. */
export const lateDividerStyles = css`
  /* Along the whole border for a mouse, and in its middle for a finger: the buttons of the tiles are in their corners. */
  .divider {
    --_grip: 16px;
    position: absolute;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: var(--_grip);
    block-size: var(--_length);
    margin-inline-start: calc(var(--_grip) / -2);
    margin-block-start: calc(var(--_length) / -2);
    border-radius: 999px;
    cursor: col-resize;
    touch-action: none;
    user-select: none;
  }
  .divider.below {
    inline-size: var(--_length);
    block-size: var(--_grip);
    margin-inline-start: calc(var(--_length) / -2);
    margin-block-start: calc(var(--_grip) / -2);
    cursor: row-resize;
  }
  .divider::before {
    content: '';
    inline-size: 4px;
    block-size: 40px;
    border-radius: 999px;
    background: var(--_muted);
    box-shadow: 0 0 0 2px var(--_stage);
    opacity: 0;
    transition: opacity var(--_ease);
  }
  .divider.below::before {
    inline-size: 40px;
    block-size: 4px;
  }
  .divider:hover::before,
  .divider:active::before,
  .divider:focus-visible::before {
    opacity: 1;
  }
  .divider:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .divider:focus-visible::before {
    background: var(--_focus);
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    .divider {
      --_grip: 44px;
      max-block-size: 88px;
      margin-block-start: calc(max(-44px, var(--_length) / -2));
    }
    .divider.below {
      max-inline-size: 88px;
      margin-inline-start: calc(max(-44px, var(--_length) / -2));
      margin-block-start: -22px;
    }
    .divider::before {
      opacity: 0.7;
    }
  }
  @media (forced-colors: active) {
    .divider::before {
      background: CanvasText;
      box-shadow: none;
    }
    .divider:focus-visible::before {
      background: Highlight;
    }
  }
`;
