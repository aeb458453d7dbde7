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
  }
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    outline: none;
  }
  nex-video-tile {
    position: absolute;
    aspect-ratio: auto;
  }
  .thumbnail {
    --_over: 0px;
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
    .thumbnail {
      border: 1px solid CanvasText;
    }
  }
`;
