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
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: 0;
    aspect-ratio: 16 / 9;
    grid-template-rows: minmax(11rem, auto);
    min-block-size: min-content;
    inline-size: 100%;
    /* Clipped, not hidden: long help makes the preview taller instead of running under the toggles. */
    overflow: clip;
    border-radius: var(--_radius);
    background: oklch(0.22 0.018 262);
    color: oklch(0.97 0.004 262);
  }
  .preview > * {
    grid-area: 1 / 1;
  }
  video {
    inline-size: 100%;
    block-size: 100%;
    position: absolute;
    inset: 0;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .hint {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 1rem 1rem 4.75rem;
    text-align: center;
    font-size: 0.9375rem;
    max-inline-size: 26rem;
  }
  .hint p {
    margin: 0;
    text-wrap: balance;
  }
  .trouble strong {
    display: block;
  }
  .trouble .button {
    min-block-size: 44px;
  }
  .toggles {
    position: absolute;
    inset-block-end: 0.75rem;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    gap: 0.75rem;
  }
  .toggle {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: max(44px, var(--_control));
    block-size: max(44px, var(--_control));
    border-radius: 50%;
    border-color: oklch(1 0 0 / 0.35);
    background: oklch(0.2 0.01 262 / 0.72);
    color: oklch(1 0 0);
    transition: background-color var(--_ease);
  }
  .toggle:hover:not(:disabled) {
    background: oklch(0.34 0.012 262 / 0.85);
  }
  .toggle[aria-pressed='false'] {
    background: oklch(0.97 0.004 262);
    color: oklch(0.25 0.02 262);
    border-color: transparent;
  }
  .toggle[aria-pressed='false']:hover:not(:disabled) {
    background: oklch(0.9 0.006 262);
  }
  .toggle[aria-busy='true'] {
    opacity: 0.75;
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .badge svg {
    inline-size: 12px;
    block-size: 12px;
  }
  .preview :focus-visible {
    outline-color: oklch(1 0 0);
    box-shadow: 0 0 0 4px oklch(0.2 0.02 262);
  }
  .level {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: 4px;
  }
  .level span {
    display: block;
    block-size: 100%;
    background: var(--_speaking);
    transform: scaleX(var(--_level, 0));
    transition: transform 90ms linear;
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
  .field {
    display: grid;
    gap: 0.375rem;
  }
  .field-name {
    font-size: 0.875rem;
    font-weight: 600;
  }
  input,
  select {
    font: inherit;
    font-size: 1rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklch, var(--_text) 55%, transparent);
    border-radius: calc(var(--_radius) * 0.66);
    padding: 0.5rem 0.75rem;
    min-block-size: 44px;
    inline-size: 100%;
    min-inline-size: 0;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
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
  .devices {
    display: grid;
    gap: 0.75rem;
    padding: 0.25rem 0.75rem 0.75rem;
  }
  .actions {
    display: grid;
    gap: 0.5rem;
    position: sticky;
    inset-block-end: 0;
    padding-block: 0.5rem;
    background: var(--_surface);
  }
  .join {
    min-block-size: 48px;
    font-size: 1rem;
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
  @container (inline-size < 300px) {
    .preview {
      grid-template-rows: minmax(8rem, auto);
    }
    .hint {
      font-size: 0.8125rem;
      gap: 0.375rem;
      padding: 0.5rem 0.5rem 4rem;
    }
    h2 {
      font-size: 1.125rem;
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
  @media (forced-colors: active) {
    .preview,
    .toggle {
      border: 1px solid CanvasText;
    }
    .toggle[aria-pressed='false'] {
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
    .level span {
      background: Highlight;
    }
  }
`;
