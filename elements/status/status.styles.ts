import { css } from 'lit';

export const statusStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .banner {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    inline-size: fit-content;
    max-inline-size: min(100%, 40rem);
    margin-inline: auto;
    padding-block: 0.375rem;
    padding-inline: 0.875rem 0.5rem;
    min-block-size: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.35;
    box-shadow: 0 4px 16px oklch(0 0 0 / 0.18);
  }
  .words {
    overflow-wrap: anywhere;
    /* So wide that both buttons go to the next line together, and never under its own icon. */
    flex: 1 1 min(16rem, calc(100% - 3rem));
    margin: 0;
    padding-inline-end: 0.375rem;
    /* The direction of the words, not of the page. */
    unicode-bidi: plaintext;
  }
  .words strong {
    font-weight: 600;
  }
  .note {
    flex-wrap: nowrap;
    gap: 0.5rem;
    min-block-size: 0;
    padding-block: 0;
    padding-inline: 0.75rem 0.125rem;
    font-size: 0.8125rem;
  }
  .note > svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    margin-inline-start: auto;
  }
  .close:hover {
    background: var(--_hover);
  }
  @container (inline-size < 300px) {
    /* One line at most over the picture, where there is no button. */
    .banner {
      gap: 0.25rem 0.375rem;
      min-block-size: 0;
      padding: 0.25rem 0.5rem;
      font-size: 0.6875rem;
    }
    .words {
      padding: 0;
    }
    .spinner {
      inline-size: 14px;
      block-size: 14px;
    }
  }
`;
