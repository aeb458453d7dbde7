import { css } from 'lit';

/** What single sections show: level, picture, what went wrong, the sample of captions. */
export const partStyles = css`
  .meter {
    block-size: 10px;
    border-radius: 5px;
    overflow: hidden;
    background: color-mix(in oklab, var(--_text) 14%, transparent);
  }
  .meter span {
    display: block;
    block-size: 100%;
    background: var(--_speaking);
    transform: scaleX(var(--_level, 0));
    transform-origin: left;
    transition: transform 90ms linear;
  }
  .meter:dir(rtl) span {
    transform-origin: right;
  }
  .preview {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75rem;
    aspect-ratio: 16 / 9;
    min-block-size: 7.5rem;
    overflow: clip;
    border-radius: var(--_radius);
    background: oklch(0.22 0.018 262);
    color: oklch(0.97 0.004 262);
    text-align: center;
  }
  .preview p {
    margin: 0;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  video.mirror {
    transform: scaleX(-1);
  }
  .trouble {
    display: flex;
    gap: 0.625rem;
    font-size: 0.875rem;
  }
  .trouble p {
    margin: 0;
  }
  .trouble svg {
    color: var(--_danger-text);
  }
  .speaker-test p {
    margin: 0.375rem 0 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .speaker-test p:empty {
    display: none;
  }
  .sample {
    display: grid;
    place-items: center;
    min-block-size: 7rem;
    padding: 0.75rem;
    overflow: clip;
    border-radius: var(--_radius);
    background: linear-gradient(135deg, oklch(0.45 0.07 230), oklch(0.62 0.09 150) 55%, oklch(0.78 0.09 80));
  }
  @media (forced-colors: active) {
    .meter,
    .preview {
      border: 1px solid CanvasText;
    }
    .meter span {
      background: Highlight;
    }
  }
`;
