import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

function icon(shape: SVGTemplateResult, name = ''): TemplateResult {
  return html`<svg
    class=${name}
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

/** Icons of the panels and of other late parts, which come with them; those with the class `directed` are mirrored where text runs from right to left. */
export const panelIcons = {
  send: icon(svg`<path d="M4.5 12L3 4.5 21 12 3 19.5zM4.5 12H12" />`, 'directed'),
  reply: icon(svg`<path d="M9 6L3.5 11.5 9 17M4 11.5h9.5a7 7 0 0 1 7 7" />`, 'directed'),
  trash: icon(
    svg`<path d="M4 6.5h16M9 6.5V5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 15 5v1.5M6 6.5l.8 12a2 2 0 0 0 2 2h6.4a2 2 0 0 0 2-2l.8-12M10 11v5M14 11v5" />`,
  ),
  down: icon(svg`<path d="M6.5 9.5L12 15l5.5-5.5" />`),
  chat: icon(svg`<path d="M20.5 12a7.5 7.5 0 0 1-7.5 7.5c-1.3 0-2.5-.3-3.6-.8L4 20.5l1.6-4.8A7.5 7.5 0 1 1 20.5 12z" />`),
  hand: icon(
    svg`<path d="M8 12V6a1.5 1.5 0 0 1 3 0v5M11 10.5V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8a7 7 0 0 1-7 7c-2.5 0-4-1-5.3-3.2L2.8 14.4a1.5 1.5 0 0 1 2.5-1.6L8 15.5V12" />`,
  ),
  screen: icon(svg`<rect x="3" y="4" width="18" height="13" rx="2.5" /><path d="M8 21h8M12 13.5V8M9.5 10L12 7.5l2.5 2.5" />`),
  spotlight: icon(svg`<path d="M12 3.5l2.6 5.3 5.9.9-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.9z" />`),
  eye: icon(svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="2.8" />`),
  eyeOff: icon(
    svg`<path d="M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6.3 7.3A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9.5 9.5 0 0 0 4-.9M4 4l16 16" />`,
  ),
  more: icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" />`),
  share: icon(
    svg`<path d="M12 15V4M8 7.5L12 3.5l4 4M6 11.5H5.5A1.5 1.5 0 0 0 4 13v6a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-6a1.5 1.5 0 0 0-1.5-1.5H18" />`,
  ),
  code: icon(
    svg`<rect x="4" y="4" width="6" height="6" rx="1" /><rect x="14" y="4" width="6" height="6" rx="1" /><rect x="4" y="14" width="6" height="6" rx="1" /><path d="M14 14h2v2M20 14v.01M14 20h.01M17 18h3v2" />`,
  ),
  link: icon(
    svg`<path d="M10 14a4.5 4.5 0 0 0 6.4.3l3-3a4.5 4.5 0 0 0-6.4-6.4L11.5 6.5M14 10a4.5 4.5 0 0 0-6.4-.3l-3 3a4.5 4.5 0 0 0 6.4 6.4l1.5-1.6" />`,
  ),
  search: icon(svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.5 15.5L20.5 20.5" />`),
  unknown: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 8v5M12 16h.01" />`),
  network: icon(svg`<path d="M3 9.5a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M9.8 16.4a3.2 3.2 0 0 1 4.4 0M12 19.5h.01" />`),
  download: icon(svg`<path d="M12 4v11M7 10.5l5 5 5-5M4 16v2.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V16" />`),
} as const;
