import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_surface);
  }
  .lobby {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    max-inline-size: 28rem;
    margin-inline: auto;
  }
  .card {
    display: grid;
    align-content: center;
    gap: calc(var(--_space) * 1.75);
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: 1.5rem;
    line-height: 1.2;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .room {
    margin: 0.25rem 0 0;
    color: var(--_muted);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  details {
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.66);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 44px;
    padding-inline: 0.75rem;
    font-size: 0.9375rem;
    cursor: pointer;
    list-style: none;
    border-radius: inherit;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg:last-child {
    margin-inline-start: auto;
    transform: rotate(180deg);
    transition: transform var(--_ease);
  }
  details[open] summary svg:last-child {
    transform: none;
  }
  .loading {
    display: grid;
    place-items: center;
    min-block-size: 44px;
  }
  .actions {
    display: grid;
    position: sticky;
    inset-block-end: 0;
    padding-block: 0.5rem;
    background: var(--_surface);
  }
  .join {
    min-block-size: 48px;
    font-size: 1rem;
  }
  .ways {
    display: grid;
    gap: 0.25rem;
  }
  .wish {
    margin: 0;
    font-size: 0.875rem;
    color: var(--_muted);
    text-align: center;
  }
  .empty {
    padding: 1.5rem;
    margin: 0;
    text-align: center;
    color: var(--_muted);
  }

  @container (inline-size < 400px) {
    .lobby {
      padding: calc(var(--_space) * 1.5);
      gap: calc(var(--_space) * 1.5);
    }
  }
  /* What has the focus must not stand behind the join button. */
  input,
  select,
  summary,
  .button {
    scroll-margin-block-end: 72px;
  }
  /* So small that the join button comes right after the picture, always in sight. */
  @container (inline-size < 300px) {
    .lobby {
      display: flex;
      flex-direction: column;
      padding: var(--_space);
      gap: var(--_space);
    }
    .card {
      display: contents;
    }
    .actions {
      padding-block: 0.25rem;
    }
    .join {
      min-block-size: 44px;
    }
    h2 {
      font-size: 1.125rem;
    }
  }
  /* And so low, in a call's box: the picture has what the button leaves, and the rest is further down. */
  @container (inline-size < 300px) and (block-size < 260px) {
    .lobby {
      gap: 0;
      padding-block: 0.25rem;
    }
    .preview {
      min-block-size: calc(100cqb - 64px);
    }
    .card > :not(.actions) {
      margin-block-start: 0.75rem;
    }
  }
  @container (inline-size >= 640px) {
    .lobby {
      grid-template-columns: minmax(0, 1.55fr) minmax(17rem, 1fr);
      align-items: center;
      gap: calc(var(--_space) * 4);
      padding: calc(var(--_space) * 3);
      max-inline-size: 68rem;
    }
    .actions {
      position: static;
    }
  }
  @container (inline-size >= 960px) {
    .lobby {
      gap: calc(var(--_space) * 7);
    }
  }
  @media (max-height: 26em) {
    .lobby {
      padding-block: var(--_space);
    }
    .card {
      gap: var(--_space);
    }
  }
`;
