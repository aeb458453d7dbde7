import { css } from 'lit';

/** The arrow of a select. The browser's own stands at the very edge, where a rounded corner cuts it. */
export const lateSelectStyles = css`
  select {
    --_side: right;
    appearance: none;
    background:
      linear-gradient(45deg, transparent 38%, currentColor 0 62%, transparent 0) var(--_side) 17px top 50% / 6px 6px,
      linear-gradient(-45deg, transparent 38%, currentColor 0 62%, transparent 0) var(--_side) 12px top 50% / 6px 6px,
      var(--_raised);
    background-repeat: no-repeat;
    padding-inline-end: 2rem;
    text-overflow: ellipsis;
  }
  select:dir(rtl) {
    --_side: left;
  }
`;
