import { adoptStyles, type CSSResult } from 'lit';

/** Adds styles to an element that is there already: those of a part that is loaded late. */
export function addStyles(host: HTMLElement, ...styles: readonly CSSResult[]): void {
  const root = host.shadowRoot;
  if (root === null) return;
  for (const style of styles) {
    const sheet = style.styleSheet;
    if (sheet === undefined) adoptStyles(root, [style]);
    else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
