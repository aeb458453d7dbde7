import { css } from 'lit';

/** What stands in the place of tiles: nobody here yet, ended, failed, joining. */
export const noticeStyles = css`
  .alone,
  .notice {
    display: grid;
    justify-items: center;
    text-align: center;
  }
  .notice {
    align-content: safe center;
    gap: 0.5rem;
    padding: 1.5rem;
    overflow: auto;
  }
  .notice-icon {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 0.5rem;
    border-radius: 50%;
    background: var(--_accent-tint);
  }
  [data-tone='alert'] {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_raised));
  }
  h2 {
    margin: 0;
    font-size: 1.375rem;
    line-height: 1.25;
    font-weight: 600;
    text-wrap: balance;
  }
  .notice p {
    margin: 0.5rem 0 0;
    color: var(--_muted);
    text-wrap: balance;
    max-inline-size: 32rem;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
    margin-block-start: 1rem;
  }
  .notice .spinner {
    inline-size: 2rem;
    block-size: 2rem;
  }
  @container nex-call (inline-size < 400px) {
    h2 {
      font-size: 1.125rem;
    }
    .notice {
      padding: 0.5rem;
      font-size: 0.875rem;
    }
  }
  @container nex-call (inline-size < 300px) {
    h2 {
      font-size: 0.9375rem;
    }
    .alone {
      inline-size: 100%;
    }
    .notice,
    .ways {
      gap: 0;
      margin: 0;
    }
    .notice-icon {
      display: none;
    }
  }
`;
