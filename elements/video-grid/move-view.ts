import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';
import { styleOf } from '../shared/style-of.js';
import type { Corner } from './corner-box.js';
import { moveIcon } from './move-icon.js';
import type { TileBox } from './tile-box.js';

/** The button on the floating own picture that takes it to the next corner; arrow keys on it take it where they point. */
export function moveView(options: { readonly box: TileBox; readonly corner: Corner; readonly isRtl: boolean; readonly text: Localizer; readonly onMove: () => void }): TemplateResult {
  const { box, corner, isRtl, text, onMove } = options;
  const label = text.t('layouts.move', { place: placeName(corner, isRtl, text) });
  const at = { 'inset-inline-start': `${box.x + 4}px`, 'inset-block-start': `${box.y + 4}px` };
  return html`<button type="button" class="move" part="self-move" aria-label=${label} title=${label} style=${styleOf(at)} @click=${onMove}>${moveIcon}</button>`;
}

/** Where a corner is, in words of the screen and not of the text's direction. */
export function placeName(corner: Corner, isRtl: boolean, text: Localizer): string {
  const isLeft = corner.endsWith('start') !== isRtl;
  if (corner.startsWith('top')) return text.t(isLeft ? 'layouts.topLeft' : 'layouts.topRight');
  return text.t(isLeft ? 'layouts.bottomLeft' : 'layouts.bottomRight');
}
