import { css } from 'lit';

export const videoGridStyles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    block-size: 100%;
    background: var(--_stage);
    container-type: size;
  }
  .frame {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    padding: var(--_tile-gap);
    gap: 6px;
  }
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
  }
  nex-video-tile {
    position: absolute;
    aspect-ratio: auto;
  }
  .thumbnail {
    z-index: 1;
    border-radius: var(--_tile-radius);
    box-shadow:
      0 0 0 1px oklch(1 0 0 / 0.16),
      0 4px 16px oklch(0 0 0 / 0.35);
  }
  /* The lower edge is shared: a name never runs under the own picture. */
  .stage:has(> .thumbnail) > nex-video-tile:not(.thumbnail)::part(tile-name) {
    max-inline-size: 58%;
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    overflow: auto;
    text-align: center;
  }
  .alone {
    padding: 1rem;
    max-inline-size: 26rem;
  }
  .alone p {
    margin: 0;
    color: var(--_muted);
    font-size: 0.9375rem;
    line-height: 1.45;
  }
  .alone .title {
    margin-block-end: 0.375rem;
    color: var(--_text);
    font-size: 1.25rem;
    font-weight: 600;
  }

  .pager {
    align-self: center;
    display: flex;
    align-items: center;
    gap: 4px;
    border-radius: 999px;
    background: var(--_raised);
    border: 1px solid var(--_line);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .pager button {
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 36px;
    border-radius: 999px;
  }
  .pager button:hover:not([aria-disabled='true']) {
    background: var(--_hover);
  }
  .pager button[aria-disabled='true'] {
    color: var(--_muted);
    opacity: 0.5;
    cursor: default;
  }
  .previous svg {
    transform: rotate(-90deg);
  }
  .next svg {
    transform: rotate(90deg);
  }
  .previous:dir(rtl) svg {
    transform: rotate(90deg);
  }
  .next:dir(rtl) svg {
    transform: rotate(-90deg);
  }

  @container (inline-size < 400px) {
    .frame {
      padding: min(4px, var(--_tile-gap));
    }
  }
  @container (block-size < 300px) {
    .empty {
      place-items: start center;
    }
    .alone .title {
      font-size: 1rem;
      margin: 0;
    }
    .alone {
      padding: 0.5rem;
    }
  }
  @container (block-size < 180px) {
    .alone .text {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .pager,
    .thumbnail {
      border: 1px solid CanvasText;
    }
  }
`;
