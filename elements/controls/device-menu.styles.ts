import { css } from 'lit';

export const deviceMenuStyles = css`
  .menu {
    padding: 6px;
    min-inline-size: 15rem;
    max-inline-size: min(22rem, calc(100vw - 16px));
    font-size: 0.875rem;
  }
  .menu[data-over] {
    scroll-padding-block-start: 48px;
  }
  .menu-head {
    position: sticky;
    inset-block-start: -6px;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: -6px -6px 0;
    padding-inline: 16px 6px;
    background: var(--_raised);
    font-weight: 600;
  }
  .menu-close {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    color: var(--_muted);
  }
  .menu-close:hover {
    background: var(--_hover);
  }
  .menu-close:focus-visible {
    outline-offset: -4px;
    box-shadow: none;
  }
  .menu [role='group'] + [role='group'] {
    margin-block-start: 6px;
    padding-block-start: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .menu-title {
    padding: 6px 10px 4px;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border-radius: 9px;
    text-align: start;
  }
  .choice:hover,
  .choice:focus {
    background: var(--_hover);
  }
  .choice:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .choice-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .check {
    inline-size: 20px;
    flex: none;
    color: var(--_accent-text);
  }
`;
