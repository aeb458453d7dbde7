import { css } from 'lit';

export const qualityStyles = css`
  :host {
    display: inline-block;
    position: relative;
    font-size: 0.875rem;
    line-height: 1.35;
  }
  .indicator {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-block: 4px;
    padding-inline: 9px 12px;
    border-radius: 999px;
    background: var(--_raised);
    border-color: var(--_line);
    color: var(--_text);
    white-space: nowrap;
    transition: background-color var(--_ease);
  }
  .indicator:hover {
    background: linear-gradient(var(--_hover), var(--_hover)), var(--_raised);
  }
  .bars {
    --_tone: var(--_speaking);
    inline-size: 1.125rem;
    block-size: 1.125rem;
    color: var(--_tone);
  }
  .bars.fair {
    --_tone: light-dark(oklch(0.62 0.13 75), oklch(0.8 0.14 80));
  }
  .bars.poor,
  .bars.critical {
    --_tone: light-dark(oklch(0.55 0.19 27), oklch(0.7 0.17 27));
  }
  .bars.measuring {
    --_tone: var(--_muted);
  }
  .bar {
    fill: var(--_text);
    opacity: 0.36;
  }
  .bar.filled,
  .critical .bar {
    fill: var(--_tone);
    opacity: 1;
  }
  .critical .bar {
    opacity: 0.6;
  }

  .panel {
    padding: 14px 16px 16px;
    inline-size: min(24rem, calc(100vw - 16px));
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 6px;
  }
  h2 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }
  .close {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    margin-inline-end: -8px;
    border-radius: 50%;
  }
  .close:hover {
    background: var(--_hover);
  }
  .person {
    padding-block: 10px 2px;
  }
  .person + .person {
    margin-block-start: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .who {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .who bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  /* The room is left here, so that a name stands beside its bars whichever way it is written. */
  .who .level {
    margin-inline-start: auto;
  }
  .level,
  .calm {
    color: var(--_muted);
  }
  .calm {
    margin: 6px 0 0;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(76px, 1fr));
    gap: 8px;
    margin: 8px 0 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .indicator {
      border-color: CanvasText;
    }
    .bars {
      color: CanvasText;
    }
  }
`;
