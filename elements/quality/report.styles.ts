import { css } from 'lit';

/** Comes with the panel, so that the page does not wait for it. */
export const reportStyles = css`
  .report {
    margin-block-start: 14px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .report h3 {
    margin: 10px 0 6px;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .advice {
    display: grid;
    gap: 6px;
    margin: 0 0 10px;
    padding-inline-start: 1.1rem;
  }
  .advice .problem {
    font-weight: 600;
  }
  .report .button {
    inline-size: 100%;
  }
  .report .small {
    font-size: 0.75rem;
  }
  .report .calm:empty {
    margin: 0;
  }
`;
