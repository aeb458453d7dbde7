import { css } from 'lit';

export const latePermissionHelpStyles = css`
  .permission-help {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_raised);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .permission-help h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .permission-help p,
  .permission-help ol {
    margin: 0;
  }
  .permission-help .where {
    color: var(--_muted);
  }
  .permission-help ol {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.25rem;
  }
  .permission-help .button {
    text-decoration: none;
  }
  .permission-help code {
    padding: 0.25rem 0.5rem;
    border-radius: 6px;
    background: var(--_stage);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
