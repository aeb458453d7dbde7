import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`;
}

/** Icons that only the menu of a tile has, drawn as the others: stroke 2 on a 24 grid. */
export const tileIcons = {
  more: icon(svg`<path d="M12 5.5h.01M12 12h.01M12 18.5h.01" stroke-width="3" />`),
  spotlight: icon(svg`<path d="M12 3.5l2.5 5.3 5.8.8-4.2 4.1 1 5.8-5.1-2.8-5.1 2.8 1-5.8-4.2-4.1 5.8-.8z" />`),
  hide: icon(svg`<path d="M9.9 5.3A9 9 0 0 1 12 5c5 0 8.5 4.2 9.5 7a12 12 0 0 1-2.3 3.5M6.3 7A12.5 12.5 0 0 0 2.5 12c1 2.8 4.5 7 9.5 7a9.3 9.3 0 0 0 5-1.5M10 10a2.9 2.9 0 0 0 4 4M4 4l16 16" />`),
  zoomIn: icon(svg`<circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5M11 8.5v5M8.5 11h5" />`),
  plus: icon(svg`<path d="M12 6v12M6 12h12" />`),
  minus: icon(svg`<path d="M6 12h12" />`),
  whole: icon(svg`<path d="M9 4v5H4M15 4v5h5M20 15h-5v5M4 15h5v5" />`),
  flip: icon(svg`<path d="M4 11a8 8 0 0 1 14-4.5L20 9M20 4v5h-5M20 13a8 8 0 0 1-14 4.5L4 15M4 20v-5h5" />`),
  self: icon(svg`<rect x="3" y="4" width="18" height="16" rx="2.5" /><circle cx="12" cy="10.5" r="2.5" /><path d="M7.5 17a4.6 4.6 0 0 1 9 0" />`),
  hand: icon(svg`<path d="M8 12.5V6.2a1.5 1.5 0 0 1 3 0V11m0-6.3a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8.5a6.5 6.5 0 0 1-12 3.5l-2.3-4a1.5 1.5 0 0 1 2.5-1.6L8 14.5" />`),
} as const;
