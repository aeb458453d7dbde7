import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;
}

const SLASH = svg`<path d="M4 4l16 16" />`;

/** Our own stroke icons on a 24 grid; hidden from screen readers, so what holds one needs a name. */
export const icons = {
  mic: icon(svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`),
  micOff: icon(
    svg`<path d="M9 9v2a3 3 0 0 0 4.6 2.5M15 10.5V6a3 3 0 0 0-5.6-1.5M5.5 11.5a6.5 6.5 0 0 0 10.3 5.3M18.5 11.5a6.5 6.5 0 0 1-.6 2.7M12 18v3" />${SLASH}`,
  ),
  camera: icon(svg`<rect x="3" y="6" width="12" height="12" rx="2.5" /><path d="M15 11l6-3.5v9L15 13" />`),
  cameraOff: icon(svg`<path d="M6 6h-.5A2.5 2.5 0 0 0 3 8.5v7A2.5 2.5 0 0 0 5.5 18h7a2.5 2.5 0 0 0 2.2-1.3M10.5 6h2A2.5 2.5 0 0 1 15 8.5V11l6-3.5v9l-2.5-1.5" />${SLASH}`),
  screen: icon(svg`<rect x="3" y="4" width="18" height="13" rx="2.5" /><path d="M8 21h8M12 13.5V8M9.5 10L12 7.5l2.5 2.5" />`),
  screenOff: icon(svg`<rect x="3" y="4" width="18" height="13" rx="2.5" /><path d="M8 21h8M9.8 8.3l4.4 4.4M14.2 8.3l-4.4 4.4" />`),
  leave: icon(svg`<path d="M2.8 15.2c-.6-1.9.3-3.9 2-4.8a15.5 15.5 0 0 1 14.4 0c1.7.9 2.6 2.9 2 4.8l-.2.6a1 1 0 0 1-1.2.7l-3.2-.8a1 1 0 0 1-.8-1v-2.2a12 12 0 0 0-7.6 0v2.2a1 1 0 0 1-.8 1l-3.2.8a1 1 0 0 1-1.2-.7z" />`),
  chevron: icon(svg`<path d="M6.5 14.5L12 9l5.5 5.5" />`),
  pin: icon(svg`<path d="M9 3.5h6M10 3.5v5.7L6.5 13v2h11v-2L14 9.2V3.5M12 15v6" />`),
  fullscreen: icon(svg`<path d="M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15" />`),
  pip: icon(svg`<path d="M20 11V7a2.5 2.5 0 0 0-2.5-2.5h-12A2.5 2.5 0 0 0 3 7v9a2.5 2.5 0 0 0 2.5 2.5H9" /><rect x="12" y="14" width="9" height="6.5" rx="1.5" />`),
  alert: icon(svg`<path d="M12 4.2L2.9 19.5h18.2zM12 10v4M12 17h.01" />`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18" />`),
  copy: icon(svg`<rect x="9" y="9" width="11" height="11" rx="2.5" /><path d="M5 15a1.5 1.5 0 0 1-1-1.5V6.5A2.5 2.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5" />`),
  users: icon(svg`<circle cx="9" cy="8" r="3.5" /><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8" />`),
  speaker: icon(svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6" />`),
  settings: icon(svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.5" /><circle cx="8" cy="17" r="2.5" />`),
  check: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`),
} as const;
