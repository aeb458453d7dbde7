import { css } from 'lit';

/** The invitation, and what stands under the screens after a call. */
export const lateCallStyles = css`
  .invite {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    inline-size: min(30rem, 100%);
    max-block-size: 100%;
    overflow: auto;
    padding: 0.75rem;
  }
  .invite p {
    margin: 0;
    color: var(--_muted);
    text-wrap: balance;
    max-inline-size: 32rem;
  }
  .link,
  .more-ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
    inline-size: 100%;
    margin-block-start: 0.5rem;
  }
  .more-ways {
    margin: 0;
    gap: 0;
  }
  .link input {
    flex: 1 1 12rem;
    min-inline-size: 0;
    min-block-size: 44px;
    padding-inline: 0.875rem;
    font: inherit;
    font-size: 0.9375rem;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 50%, transparent);
    border-radius: 999px;
    text-overflow: ellipsis;
  }
  /* Dark on light in every theme: that is what cameras look for. */
  .code {
    display: grid;
    place-items: center;
    inline-size: min(13rem, 100%, 40cqb);
    aspect-ratio: 1;
    border-radius: var(--_radius);
    background: oklch(1 0 0);
    color: oklch(0 0 0);
    overflow: hidden;
    forced-color-adjust: none;
  }
  .code svg {
    inline-size: 100%;
    block-size: 100%;
    fill: currentColor;
  }
  /* How long it lasted stands with the words, above the ways on. */
  .notice .lasted {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .notice .ways {
    order: 1;
  }
  /* What the error was stands nearest to it; the room kept for what became of the report is below everything. */
  .notice details {
    order: 2;
  }
  .report-way {
    order: 3;
    display: grid;
    justify-items: center;
    min-block-size: 4rem;
    align-content: start;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  details {
    font-size: 0.875rem;
    color: var(--_muted);
  }
  summary {
    min-block-size: 44px;
    cursor: pointer;
    padding: 0.75rem;
    border-radius: 0.5rem;
  }
  code {
    overflow-wrap: anywhere;
    user-select: all;
  }
  @container nex-call (inline-size < 400px) {
    .invite {
      padding: 0.5rem;
      font-size: 0.875rem;
    }
  }
  @container nex-call (inline-size < 300px) or (block-size < 240px) {
    .invite {
      /* At the start: the own picture has the other side. */
      justify-items: start;
      text-align: start;
      gap: 0.25rem;
      padding: 0.25rem;
    }
    .link {
      justify-content: start;
      margin-block-start: 0;
    }
    .invite p,
    .link input,
    .more-ways,
    .code,
    .lasted {
      display: none;
    }
    .report-way {
      min-block-size: 0;
    }
    /* The banner lies there, and says what there is to say of the quality. */
    :host(:state(reconnecting)) .header:not(:focus-within) {
      visibility: hidden;
    }
  }
`;
