import { css } from 'lit';

/** What the panels at the side share: they fill their box, with a title on top and one part that scrolls. */
export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    overflow: hidden;
    container: panel / size;
    background: var(--_surface);
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .panel-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    flex: none;
    min-block-size: 52px;
    padding-block: 4px;
    padding-inline: 1rem 0.5rem;
  }
  .panel-head h2 {
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.25;
    font-weight: 600;
    border-radius: 4px;
  }
  /* The focus is put here by opening: no ring around what cannot be used. */
  h2:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .icon {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    color: var(--_muted);
    transition: background-color var(--_ease);
  }
  .close {
    inline-size: 44px;
    block-size: 44px;
  }
  /* Inside of it: the edge of the panel is near. */
  .close:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .icon:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .icon:active {
    background: var(--_press);
  }
  .button.small {
    min-block-size: 36px;
    padding: 0.25rem 0.875rem;
    font-size: 0.875rem;
  }
  .button.small svg {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  .directed:dir(rtl) {
    scale: -1 1;
  }
  .calm {
    margin: 0;
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .icon {
      inline-size: 44px;
      block-size: 44px;
    }
    .button.small {
      min-block-size: 44px;
    }
  }
  @container panel (block-size < 260px) {
    .panel-head {
      min-block-size: 36px;
      padding-block: 0;
    }
    .panel-head .close {
      inline-size: 36px;
      block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .icon {
      border-color: ButtonText;
    }
  }
`;
