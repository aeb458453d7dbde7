import { css } from 'lit';

/** Comes with the panel: what was lowered, why a connection is bad, and what is to be expected. */
export const loweredStyles = css`
  .pictures {
    margin: 0;
    font-weight: 600;
  }
  .lowered {
    display: grid;
    gap: 8px;
    padding-block: 10px;
  }
  .lowered h3 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .lowered ul,
  .plan-steps {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 1.1rem;
  }
  .lowered .outcome {
    margin: 0;
  }
  .lowered .outcome:empty,
  .lowered .coach-actions:empty {
    display: none;
  }
  .forecast {
    display: flex;
    gap: 8px;
    margin: 8px 0;
  }
  .cause {
    margin: 4px 0 0;
    font-size: 0.8125rem;
  }
  .over-time.plan {
    margin-block-start: 0;
  }
  .plan-steps {
    margin-block-start: 8px;
  }
  .plan > .calm:last-child {
    margin-block-end: 10px;
  }
`;
