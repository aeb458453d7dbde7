import { css } from 'lit';

/** A menu or panel that opens over everything else; `placePopover` says where. */
export const popoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 6px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
    color: var(--_text);
    box-shadow: 0 8px 32px oklch(0 0 0 / 0.28);
  }
  @media (forced-colors: active) {
    .popover {
      border-color: CanvasText;
    }
  }
`;
