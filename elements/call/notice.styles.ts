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
    color: var(--_text);
  }
  .notice-icon[data-tone='alert'] {
    background: color-mix(in oklab, var(--_danger) 16%, var(--_raised));
  }
  h2 {
    margin: 0;
    font-size: 1.375rem;
    line-height: 1.25;
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .notice p,
  .invite p {
    margin: 0;
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
  details {
    margin-block-start: 0.5rem;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  summary {
    cursor: pointer;
    padding: 0.75rem;
    border-radius: 0.5rem;
  }
  code {
    overflow-wrap: anywhere;
    user-select: all;
  }
  .invite {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    inline-size: min(30rem, 100%);
    padding: 0.75rem;
  }
  .link {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
    inline-size: 100%;
    margin-block-start: 0.5rem;
  }
  .link input {
    flex: 1 1 12rem;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline: 0.875rem;
    font: inherit;
    font-size: 0.9375rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 50%, transparent);
    border-radius: 999px;
    text-overflow: ellipsis;
  }
  @container nex-call (inline-size < 400px) {
    h2 {
      font-size: 1.125rem;
    }
    .invite,
    .notice {
      padding: 0.5rem;
      font-size: 0.875rem;
    }
  }
  @container nex-call (inline-size < 300px) {
    h2 {
      font-size: 0.9375rem;
    }
    /* At the start: the own picture has the other side. */
    .alone,
    .invite {
      justify-items: start;
      text-align: start;
    }
    .alone {
      inline-size: 100%;
    }
    .invite {
      gap: 0.25rem;
      padding: 0.25rem;
    }
    .link {
      justify-content: start;
    }
    .link {
      margin-block-start: 0;
    }
    .notice {
      gap: 0.25rem;
    }
    .ways {
      gap: 0;
      margin-block-start: 0;
    }
    .invite p,
    .link input,
    .notice-icon {
      display: none;
    }
  }
  .notice .spinner {
    inline-size: 2rem;
    block-size: 2rem;
    border-width: 3px;
    margin-block-end: 0.5rem;
  }
`;
