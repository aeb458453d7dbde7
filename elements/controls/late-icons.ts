import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
    ${shape}
  </svg>`;
}

/** Icons of what comes late to the toolbar, on the same grid and with the same stroke as the others. */
export const lateIcons = {
  hand: icon(
    svg`<path d="M7.5 12.5V6.2a1.5 1.5 0 0 1 3 0v4.8M10.5 11V4.5a1.5 1.5 0 0 1 3 0V11M13.5 11V5.7a1.5 1.5 0 0 1 3 0v6M16.5 11.5V8.8a1.5 1.5 0 0 1 3 0v5.7a6.5 6.5 0 0 1-6.5 6.5h-.6a6.5 6.5 0 0 1-5.2-2.6l-3.4-4.6a1.5 1.5 0 0 1 2.3-1.9l1.9 2" />`,
  ),
  smile: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M8.2 14.2a4.6 4.6 0 0 0 7.6 0M9 9.6h.01M15 9.6h.01" />`),
  chat: icon(svg`<path d="M6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H12l-4.5 4v-4h-1A2.5 2.5 0 0 1 4 13.5v-7A2.5 2.5 0 0 1 6.5 4zM8.5 8.5h7M8.5 11.7h4.5" />`),
  more: icon(svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3" />`),
  auto: icon(svg`<path d="M12 4l1.7 4.8L18.5 10.5l-4.8 1.7L12 17l-1.7-4.8L5.5 10.5l4.8-1.7zM18.5 16v4M16.5 18h4" />`),
  grid: icon(svg`<rect x="4" y="4" width="7" height="7" rx="1.5" /><rect x="13" y="4" width="7" height="7" rx="1.5" /><rect x="4" y="13" width="7" height="7" rx="1.5" /><rect x="13" y="13" width="7" height="7" rx="1.5" />`),
  speakerView: icon(svg`<rect x="4" y="4" width="16" height="16" rx="2.5" /><path d="M8 16.5a4.2 4.2 0 0 1 8 0" /><circle cx="12" cy="10" r="2" />`),
  sidebar: icon(svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5" /><path d="M15 4.5v15M15 9.5h5.5M15 14.5h5.5" />`),
  selfFloating: icon(svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5" /><path d="M13 13h4.5v3.5H13z" />`),
  selfHidden: icon(svg`<path d="M9.5 5.6A9.5 9.5 0 0 1 21.5 12a12 12 0 0 1-2 3M6.5 7A12 12 0 0 0 2.5 12a10 10 0 0 0 14.2 4.9M10 10a2.8 2.8 0 0 0 4 4M4 4l16 16" />`),
  flip: icon(svg`<path d="M4 9.5A8 8 0 0 1 18.5 8M18.5 4v4h-4M20 14.5A8 8 0 0 1 5.5 16M5.5 20v-4h4" />`),
  torch: icon(svg`<path d="M8 3.5h8v3.7l-2 3.3v9A1.5 1.5 0 0 1 12.5 21h-1a1.5 1.5 0 0 1-1.5-1.5v-9L8 7.2zM8 7h8M12 13.5v1" />`),
  signal: icon(svg`<path d="M5 19v-3M10 19v-6.5M15 19V9M20 19V5" />`),
  keyboard: icon(svg`<rect x="2.5" y="6" width="19" height="12" rx="2.5" /><path d="M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8" />`),
} as const;
