import type { CSSResult } from 'lit';
import { useOwnRem } from './use-own-rem.js';

/**
 * Adds styles that came later to those an element has. In another window's document the sheets of this one mean
 * nothing, so they are made anew there.
 */
export function adoptStyles(root: ShadowRoot | null, ...styles: readonly CSSResult[]): void {
  if (root === null) return;
  const home = root.ownerDocument.defaultView;
  const isAway = home !== null && home !== window;
  const sheets = useOwnRem(styles, home ?? window).map((style) => {
    if (!isAway && style.styleSheet) return style.styleSheet;
    const sheet = new (home ?? window).CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    return sheet;
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet))];
}
