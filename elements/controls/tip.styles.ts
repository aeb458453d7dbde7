import { css } from 'lit';

/** The words that appear beside a button of the toolbar. */
export const tipStyles = css`
  .tip {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline-start: 50%;
    translate: -50% 0;
    padding: 5px 10px;
    border-radius: 8px;
    background: var(--_text);
    color: var(--_raised);
    font-size: 0.8125rem;
    font-weight: 500;
    line-height: 1.3;
    inline-size: max-content;
    max-inline-size: 15rem;
    pointer-events: none;
    opacity: 0;
    visibility: hidden;
    z-index: 3;
    transition: opacity var(--_ease);
  }
  .tip:dir(rtl) {
    translate: 50% 0;
  }
  :host([position='top']) .tip {
    inset-block: calc(100% + 12px) auto;
  }
  button:focus-visible > .tip {
    opacity: 1;
    visibility: visible;
  }
  @media (hover: hover) {
    button:hover > .tip {
      opacity: 1;
      visibility: visible;
      transition-delay: 350ms;
    }
  }
  button[aria-expanded='true'] > .tip {
    visibility: hidden;
  }
`;
