import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enMoreControls } from '../shared/texts/en-more-controls.js';

addTexts(enMoreControls);

/** Where a menu lies over the button that opened it (`placePopover` marks it so): what it is, and a way to close it. */
export function menuHead(menu: Element | null, title: string, text: Localizer, onClose: () => void): TemplateResult | typeof nothing {
  if (menu?.hasAttribute('data-over') !== true) return nothing;
  const close = text.t('moreControls.close');
  return html`<div class="menu-head">
    <span aria-hidden="true">${title}</span>
    <button type="button" class="menu-close" role="menuitem" tabindex="-1" aria-label=${close} title=${close} @click=${onClose}>
      ${icons.close}
    </button>
  </div>`;
}
