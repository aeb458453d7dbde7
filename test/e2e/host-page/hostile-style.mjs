/**
 * What style sheets of real pages do to everything on them, and what they could do out of malice. Each is a page of its
 * own: `resets`, `shouts` (all that is inherited), `unsets`, `erases` (the tag by its name) and `moves`.
 */
export const HOSTILE_STYLES = {
  resets: `
    html { font-size: 62.5%; }
    *, *::before, *::after { margin: 0; padding: 0; border: 0; box-sizing: content-box; position: static; overflow: visible; font: inherit; vertical-align: baseline; }
    * { min-width: 0; min-height: 0; max-width: 100%; float: none; outline: none !important; background: none; border-radius: 0; }
    div, span, section, header, footer, button, input, select, label, p, h1, h2, h3, ul, li { display: inline !important; color: #808 !important; background: #ff0 !important; padding: 30px !important; }
    button { all: unset !important; }
    video, svg, img, canvas { width: 11px !important; height: 11px !important; max-width: 5px !important; opacity: 0.2 !important; display: none !important; }
    svg, svg * { fill: red !important; stroke: lime !important; stroke-width: 9px !important; }
    input, select, textarea { font-size: 50px !important; border: 9px solid red !important; }
    h1, h2, h3 { font: 900 70px serif !important; text-transform: uppercase !important; }
    dialog, [popover], details, summary { display: none !important; }
    [hidden], [part], [role], [aria-label], [dir] { outline: 20px solid red !important; }
    .button, .card, .panel, .room, .lobby, .toolbar, .tile, .base, .call, .header, .stage, .menu, .badge, .hidden { display: none !important; position: fixed !important; }
    #video, #controls, #chat, #lobby, #name { display: none !important; }
    ::selection { background: red; color: red; }
    :focus-visible { outline: none !important; box-shadow: 0 0 0 30px red !important; }
  `,
  shouts: `
    html { font-size: 40px; direction: rtl; letter-spacing: 0.5em; word-spacing: 2em; line-height: 3; text-transform: uppercase; text-align: right; text-indent: 3em; }
    body { font: italic small-caps 900 condensed 33px/4 serif; color: red; cursor: crosshair; user-select: none; white-space: nowrap; word-break: break-all; hyphens: auto; tab-size: 20; }
    body, body * { text-shadow: 3px 3px red; fill: red; stroke: lime; stroke-width: 5px; caret-color: lime; accent-color: red; list-style: square inside; quotes: "x" "y"; border-collapse: collapse; border-spacing: 20px; }
    body { -webkit-text-fill-color: red; -webkit-text-stroke: 2px lime; text-emphasis: dot; text-underline-offset: 20px; text-decoration: underline wavy red; text-rendering: geometricPrecision; paint-order: stroke; stroke-linecap: square; stroke-dasharray: 3; stroke-opacity: 0.3; fill-opacity: 0.3; stroke-linejoin: bevel; fill-rule: evenodd; clip-rule: evenodd; text-wrap: nowrap; overflow-wrap: anywhere; text-align-last: right; text-justify: none; line-break: anywhere; hanging-punctuation: first; image-rendering: pixelated; visibility: visible; orphans: 9; widows: 9; empty-cells: hide; caption-side: bottom; font-feature-settings: "smcp"; font-variation-settings: "wght" 900; font-kerning: none; font-size-adjust: 0.9; font-stretch: 50%; font-synthesis: none; font-variant-numeric: oldstyle-nums; interpolate-size: allow-keywords; scrollbar-color: red lime; }
    * { cursor: crosshair !important; letter-spacing: 0.5em !important; text-transform: uppercase !important; line-height: 3 !important; color: red !important; font-weight: 900 !important; font-style: italic !important; }
  `,
  unsets: `
    * { all: unset !important; }
    html, body, main { display: block !important; }
    head, head *, script { display: none !important; }
    *, *::before, *::after { transition: all 10s !important; animation: spin 1s infinite !important; }
    @keyframes spin { to { rotate: 1turn; } }
  `,
  erases: `
    nex-call { all: unset !important; }
    nex-call * { all: unset !important; }
    main * { transform: none !important; contain: none !important; }
  `,
  moves: `
    html { scroll-snap-type: both mandatory; scroll-behavior: smooth; writing-mode: vertical-rl; overscroll-behavior: none; touch-action: none; }
    body { overflow: hidden; position: fixed; perspective: 100px; transform-style: preserve-3d; columns: 1; }
    body::after { content: ""; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; }
    * { transition: all 10s !important; animation: spin 10s infinite !important; }
    * { scroll-snap-align: center; scroll-margin: 90px; isolation: auto; z-index: 0; mix-blend-mode: normal; will-change: auto; resize: both; order: 9; }
    nex-call { position: static; overflow: visible; border-radius: 0; container: none; text-orientation: upright; }
    @keyframes spin { to { outline-color: red; } }
    :root { --space: 90px; --radius: 90px; --_space: 90px; --_text: red; --_rem: 90px; --_font: monospace; --_surface: lime; --_radius: 90px; --_control: 5px; --_ease: 9s; --_accent: lime; --_line: lime; }
  `,
};
