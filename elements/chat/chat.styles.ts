import { css } from 'lit';

export const chatStyles = css`
  .middle {
    position: relative;
    flex: 1;
    min-block-size: 0;
    display: flex;
  }
  .scroll {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scroll-padding-block: 6px;
    padding: 0.5rem 1rem;
    display: flex;
    flex-direction: column;
  }
  /* Few messages stand at the foot, where one writes. */
  .log {
    margin-block-start: auto;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
  }
  .scroll > .calm {
    margin: auto;
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    max-inline-size: 16rem;
    text-align: center;
    text-wrap: balance;
  }
  .scroll > .calm + .log {
    margin: 0;
  }
  .calm svg {
    inline-size: 2rem;
    block-size: 2rem;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 2px;
    min-inline-size: 0;
  }
  .group.own {
    justify-items: end;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    max-inline-size: 100%;
    padding-inline: 0.25rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .head .who {
    font-weight: 600;
    color: var(--_text);
  }
  .head bdi {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .own .who {
    display: none;
  }
  .only {
    font-style: italic;
  }
  time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .message {
    --_bubble: var(--_raised);
    max-inline-size: min(88%, 36rem);
    padding: 0.4375rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_bubble);
    overflow-wrap: anywhere;
  }
  .own .message {
    --_bubble: var(--_accent-tint);
    border-color: transparent;
  }
  .other .message {
    border-start-start-radius: 4px;
  }
  .own .message {
    border-end-end-radius: 4px;
  }
  .message.private {
    border: 1px dashed color-mix(in oklab, var(--_text) 50%, transparent);
  }
  .message.deleted {
    background: none;
    border-color: var(--_line);
    color: var(--_muted);
    font-style: italic;
  }
  .text {
    white-space: pre-wrap;
  }
  a {
    color: inherit;
    text-underline-offset: 2px;
    border-radius: 2px;
  }
  .quote {
    display: grid;
    margin-block-end: 0.25rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_accent);
    font-size: 0.8125rem;
    color: var(--_muted);
    min-inline-size: 0;
  }
  .quote[data-goes-to] {
    cursor: pointer;
  }
  .quote > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quote .who {
    font-weight: 600;
  }
  .own .quote .who {
    display: block;
  }
  .divider {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--_muted);
  }
  .divider::before,
  .divider::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--_accent);
  }

  .actions {
    position: absolute;
    inset-inline-end: 0.75rem;
    z-index: 1;
    display: flex;
    padding: 2px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_raised);
    box-shadow: 0 2px 10px oklch(0 0 0 / 0.16);
  }
  .newer {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    box-shadow: 0 2px 10px oklch(0 0 0 / 0.16);
  }

  @container panel (block-size < 260px) {
    .scroll {
      padding: 0.25rem 0.5rem;
    }
    .calm svg {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .message {
      border: 1px solid CanvasText;
    }
    .divider::before,
    .divider::after {
      background: CanvasText;
    }
  }
`;
