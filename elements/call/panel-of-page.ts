import type { Call } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import type { Panel } from '../shared/panels.js';
import { ownTags } from '../shared/own-tags.js';

/** The element of that panel that the page itself has in sight for the same call; null: none. */
export function panelOfPage(panel: Exclude<Panel, 'quality'>, host: HTMLElement & { readonly call: Call | null }): HTMLElement | null {
  const tag = ownTags(`nex-${panel}`);
  if (host.call === null || customElements.get(tag) === undefined) return null;
  const elements = (host.getRootNode() as Document | ShadowRoot).querySelectorAll<HTMLElement & CallHost>(tag);
  return [...elements].find((element) => CallFinder.of(element).call === host.call && element.checkVisibility()) ?? null;
}
