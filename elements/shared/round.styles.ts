import { css } from 'lit';

/** The round button of a microphone or camera, and the mark on it when it is blocked. */
export const roundStyles = css`
  .round {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: max(44px, var(--_control));
    block-size: max(44px, var(--_control));
    border-radius: 999px;
    transition:
      background-color var(--_ease),
      color var(--_ease);
  }
  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_on-danger);
    font-size: 0.75rem;
    font-weight: 700;
    line-height: 1;
  }
`;
