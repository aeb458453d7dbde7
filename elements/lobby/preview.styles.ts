import { css } from 'lit';

/** The visitor's own picture with its toggles and level, or why there is none. */
export const previewStyles = css`
  .preview {
    position: relative;
    display: grid;
    grid-template-rows: 1fr auto;
    min-inline-size: 0;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    /* Long help makes it taller than its ratio; that needs an overflow that does not scroll. */
    min-block-size: auto;
    overflow: clip;
    border-radius: var(--_radius);
    background: oklch(0.22 0.018 262);
    color: oklch(0.97 0.004 262);
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
    align-self: center;
    justify-self: center;
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 1rem 1rem 0;
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
  .toggles {
    position: relative;
    grid-row: 2;
    display: flex;
    justify-content: center;
    gap: 0.75rem;
    padding: 0.75rem;
  }
  .toggle {
    border-color: oklch(1 0 0 / 0.35);
    background: oklch(0.2 0.01 262 / 0.72);
    color: oklch(1 0 0);
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

  @container (inline-size < 300px) {
    .preview {
      aspect-ratio: auto;
      min-block-size: 6rem;
    }
    .hint {
      font-size: 0.8125rem;
      gap: 0.25rem;
      padding: 0.5rem 0.5rem 0;
    }
    .hint > svg {
      display: none;
    }
    .toggles {
      padding: 0.375rem;
    }
  }
  /* The buttons say it. */
  @container (inline-size < 300px) and (block-size < 260px) {
    .hint {
      gap: 0.125rem;
      padding-block-start: 0.25rem;
    }
    .hint p:not(:only-child) {
      font-size: 0;
    }
    .toggles {
      padding: 0.25rem;
    }
    .hint strong {
      font-size: 0.8125rem;
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
