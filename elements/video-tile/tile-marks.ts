import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { LateTileView } from './late-tile-view.js';
import { tileIcons } from './tile-icons.js';

/** Hand with its place in the queue, pinned, in the spotlight. The group's name says the same, so screen readers skip them. */
export function tileMarks({ handPlace, handCount, isSpotlit }: LateTileView, isPinned: boolean, source: 'camera' | 'screen'): TemplateResult | typeof nothing {
  const hasHand = handPlace > 0 && source === 'camera';
  if (!hasHand && !isPinned && !isSpotlit) return nothing;
  return html`<div class="marks" aria-hidden="true">
    ${hasHand ? html`<span class="mark hand">${tileIcons.hand}${handCount > 1 ? html`<span class="place">${handPlace}</span>` : nothing}</span>` : nothing}
    ${isSpotlit ? html`<span class="mark spot">${tileIcons.spotlight}</span>` : nothing}
    ${isPinned ? html`<span class="mark pinned">${icons.pin}</span>` : nothing}
  </div>`;
}
