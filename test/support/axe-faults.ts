import { nextFrame } from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import type { NexCall } from '../../elements/call/nex-call.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** The rules whose answer can differ with colours or direction; all rules are asked where every story is shown to show something. */
const RULES = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

export type Theme = 'light' | 'dark' | 'contrast';

/** As a site would: the theme of each call, and a linked file (`contrastSheet`) for what stands alone. */
export function wear(page: HTMLElement, theme: Theme, direction: 'ltr' | 'rtl', contrastSheet: CSSStyleSheet): void {
  document.documentElement.dir = direction;
  document.documentElement.style.setProperty('color-scheme', theme === 'contrast' ? 'dark' : theme);
  document.adoptedStyleSheets = theme === 'contrast' ? [contrastSheet] : [];
  for (const call of page.querySelectorAll<NexCall>('nex-call')) {
    call.theme = theme;
    call.dir = direction;
  }
}

/** The page as it was. */
export function undress(): void {
  document.documentElement.removeAttribute('dir');
  document.documentElement.style.removeProperty('color-scheme');
  document.adoptedStyleSheets = [];
}

/** What axe finds on it now that colours or direction can be the reason of. */
export async function faults(page: HTMLElement): Promise<string[]> {
  await nextFrame();
  await nextFrame();
  const { violations } = await axe.run(page, { runOnly: RULES, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}
