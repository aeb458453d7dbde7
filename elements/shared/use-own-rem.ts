import type { CSSResultOrNative } from 'lit';

/**
 * Lets styles measure by the call's own base in place of the page's: `rem` becomes the text size that the visitor has
 * chosen in the browser, whatever the page did to that of its root. Only a registered property is inherited as a length.
 */
export function useOwnRem<Styles extends readonly CSSResultOrNative[]>(
  styles: Styles,
  { CSS }: Partial<Pick<typeof globalThis, 'CSS'>>,
): Styles {
  if (CSS?.registerProperty) {
    try {
      CSS.registerProperty({ name: '--_nex-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
    } catch {
      // It is, by the styles before or by another copy of this script.
    }
    // None is a sheet yet: Lit makes them of the text when they are first needed.
    for (const style of styles as unknown as { cssText: string }[])
      style.cssText = style.cssText.replace(/(-?[\d.]+)rem/g, 'calc($1*var(--_nex-rem))');
  }
  return styles;
}
