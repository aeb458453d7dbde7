import { css } from 'lit';

/** Comes with the devices and checks, so that the lobby does not wait for it. */
export const lateChecksStyles = css`
  .devices {
    display: grid;
    gap: 0.75rem;
    padding: 0.25rem 0.75rem 0.75rem;
  }
  .checks {
    display: grid;
    gap: 0.5rem;
  }
  .checks .button {
    inline-size: 100%;
  }
  .checks p {
    margin: 0.375rem 0 0;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .checks p:empty {
    display: none;
  }
  .findings {
    display: grid;
    gap: 0.5rem;
    margin: 0.5rem 0 0.25rem;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .findings li {
    display: flex;
    gap: 0.5rem;
  }
  .findings svg {
    color: var(--_muted);
  }
  .findings [data-verdict='good'] svg {
    color: var(--_speaking);
  }
  .findings [data-verdict='bad'] svg {
    color: var(--_danger-text);
  }
`;
