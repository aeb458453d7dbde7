import { css } from 'lit';

/** Comes with the plots; includes what uPlot needs to lay its canvas out. */
export const plotsStyles = css`
  .plots {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block: 4px 8px;
  }
  .plots select {
    font: inherit;
    color: var(--_text);
    background: var(--_raised);
    border: 1px solid color-mix(in oklab, var(--_text) 55%, transparent);
    border-radius: 8px;
    padding: 4px 10px;
    min-block-size: 36px;
    inline-size: 100%;
    min-inline-size: 0;
  }
  .plots label {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  .plot-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    margin: 0 0 2px;
  }
  .plot-head h3 {
    margin: 0;
    margin-inline-end: auto;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .plot-head span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: 0.75rem;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .key {
    inline-size: 16px;
    border-block-start: 2px solid var(--_accent);
  }
  .key.second {
    border-block-start: 2px dashed var(--_second);
  }
  .canvas {
    --_second: light-dark(oklch(0.5 0.16 330), oklch(0.8 0.12 330));
    position: relative;
    min-block-size: 88px;
  }
  .plot-head {
    --_second: light-dark(oklch(0.5 0.16 330), oklch(0.8 0.12 330));
  }
  .canvas i {
    display: none;
  }
  [data-ink='first'] {
    color: var(--_accent);
  }
  [data-ink='second'] {
    color: var(--_second);
  }
  [data-ink='grid'] {
    color: var(--_line);
  }
  [data-ink='text'] {
    color: var(--_muted);
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
  }
  .uplot canvas {
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 4px;
    font-weight: 600;
    font-size: 0.8125rem;
    text-align: start;
  }
  th,
  td {
    padding: 5px 4px;
    border-block-start: 1px solid var(--_line);
    text-align: end;
    font-weight: 400;
  }
  thead th {
    border: 0;
    color: var(--_muted);
  }
  th:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
`;
