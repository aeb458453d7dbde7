import { css } from 'lit';

export const videoTileStyles = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    aspect-ratio: var(--nex-tile-aspect, 16 / 9);
    font-size: 0.875rem;
    line-height: 1.3;
  }

  .tile {
    position: absolute;
    inset: 0;
    border-radius: var(--_tile-radius);
    container: tile / size;
    outline-offset: 2px;
  }
  .clip {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    background: color-mix(in oklab, var(--_stage), var(--_text) 9%);
    display: grid;
    place-items: center;
  }

  video,
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transition:
      filter var(--_ease),
      opacity var(--_ease);
  }
  .gone {
    opacity: 0;
    transition: none;
  }
  .whole {
    object-fit: contain;
  }
  .whole,
  .screen {
    background: oklch(0.17 0.01 262);
  }
  .tile::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid var(--nex-color-line, transparent);
    border-radius: inherit;
    pointer-events: none;
  }
  .mirrored {
    transform: scaleX(-1);
  }
  .dimmed video,
  .dimmed canvas,
  .dimmed .disc {
    filter: brightness(0.6) saturate(0.6);
  }

  /* The name has a place of its own under the disc in very small boxes. */
  .disc {
    display: grid;
    place-items: center;
    inline-size: clamp(36px, 38cqmin, 144px);
    block-size: clamp(36px, 38cqmin, 144px);
    border-radius: 50%;
    font-size: clamp(0.875rem, 15cqmin, 3.25rem);
    font-weight: 600;
    letter-spacing: 0.01em;
    /* One lightness for all: whoever it is, white reads on it (over 4.5:1). */
    background: oklch(0.46 0.1 var(--_hue, 262));
    color: oklch(1 0 0);
    user-select: none;
    transition: filter var(--_ease);
  }
  .tinted {
    background: color-mix(in oklab, color-mix(in oklab, var(--_stage), var(--_text) 9%), oklch(0.5 0.1 var(--_hue, 262)) 12%);
  }

  .speaking {
    box-shadow: 0 0 0 2px var(--_speaking);
  }
  /* Opacity alone is moved by the compositor: a shadow would be painted anew for every frame while somebody speaks. */
  .ring {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    pointer-events: none;
    box-shadow: 0 0 0 6px var(--_speaking);
    opacity: 0;
    transition: opacity 120ms ease-out;
  }
  .speaking .ring {
    opacity: calc(0.5 * var(--_level, 0));
  }

  .pill {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 4px 10px;
    min-block-size: 28px;
    border-radius: 999px;
    background: var(--_scrim);
    color: var(--_on-scrim);
    -webkit-backdrop-filter: blur(12px);
    backdrop-filter: blur(12px);
    font-weight: 500;
  }
  .pill svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .pill .muted {
    margin-inline-start: -3px;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-inline-size: 0;
  }
  .you,
  .note {
    unicode-bidi: plaintext;
    white-space: nowrap;
    color: oklch(0.9 0.01 262);
    font-weight: 400;
  }

  .spinner {
    inline-size: 14px;
    block-size: 14px;
    border-color: oklch(1 0 0 / 0.35);
    border-block-start-color: oklch(1 0 0);
  }

  @container tile (inline-size < 250px) {
    .pill {
      inset-block-end: 4px;
      inset-inline-start: 4px;
      max-inline-size: calc(100% - 8px);
      padding: 1px 7px;
      min-block-size: 22px;
      font-size: 0.75rem;
      gap: 4px;
    }
    .note,
    .wide-only {
      display: none !important;
    }
  }
  @container tile (inline-size < 130px) or (block-size < 70px) {
    .you {
      display: none;
    }
  }
  /* The name has the lower edge: the disc makes room for it. */
  @container tile (block-size < 110px) {
    .disc {
      translate: 0 -15%;
    }
  }
  /* A self view this small is known by its picture; only a muted microphone is worth the room. */
  @container tile (inline-size < 96px) or (block-size < 56px) {
    .disc {
      inline-size: 24px;
      block-size: 24px;
      font-size: 0.75rem;
    }
    .pill:not(.urgent) .name {
      display: none;
    }
    .pill:not(.urgent) {
      padding: 3px;
      min-block-size: 20px;
    }
    .pill:not(.urgent) .muted {
      margin: 0;
    }
    .pill:not(.urgent):not(:has(svg)) {
      display: none;
    }
  }
`;
