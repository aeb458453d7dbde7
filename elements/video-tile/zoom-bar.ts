import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';
import { tileIcons } from './tile-icons.js';

export interface ZoomBarOptions {
  readonly scale: number;
  readonly text: Localizer;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly reset: () => void;
}

/** Smaller, how large, larger, whole. */
export function zoomBar({ scale, text, zoomIn, zoomOut, reset }: ZoomBarOptions): TemplateResult {
  const [smaller, larger, whole] = [text.t('tileMenu.zoomOut'), text.t('tileMenu.zoomIn'), text.t('tileMenu.zoomReset')];
  const isWhole = String(scale === 1);
  return html`<div class="zoom" role="group" aria-label=${text.t('tileMenu.zoom')}>
    <button type="button" class="zoom-out" aria-label=${smaller} title=${smaller} aria-disabled=${isWhole} @click=${zoomOut}>${tileIcons.minus}</button>
    <span class="percent" aria-hidden="true">${text.t('tileMenu.percent', { value: Math.round(scale * 100) })}</span>
    <button type="button" class="zoom-in" aria-label=${larger} title=${larger} @click=${zoomIn}>${tileIcons.plus}</button>
    <button type="button" class="zoom-reset" aria-label=${whole} title=${whole} aria-disabled=${isWhole} @click=${reset}>${tileIcons.whole}</button>
  </div>`;
}
