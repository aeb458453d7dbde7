import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { FullArrangement } from './arrange-tiles.js';

export interface BarOptions {
  readonly arrangement: FullArrangement;
  readonly text: Localizer;
  readonly hiddenCount: number;
  readonly isSelfHidden: boolean;
  readonly onTurn: (by: -1 | 1) => void;
  readonly onShowHidden: () => void;
  readonly onShowSelf: () => void;
}

/** Beside the tiles: the pages, and what is hidden with the way back. */
export function barView(options: BarOptions): TemplateResult | typeof nothing {
  const { bar } = options.arrangement;
  if (bar === 'none') return nothing;
  return html`<div class="bar ${bar}">${pager(options)}${hiddenNote(options)}</div>`;
}

function pager({ arrangement: { pageIndex, pageCount }, text, onTurn }: BarOptions): TemplateResult | typeof nothing {
  if (pageCount === 1) return nothing;
  const previous = text.t('grid.previous');
  const next = text.t('grid.next');
  const isFirst = pageIndex === 0;
  const isLast = pageIndex === pageCount - 1;
  return html`<div class="pager" part="pager" role="group" aria-label=${text.t('grid.pages')}>
    <button type="button" class="previous" aria-label=${previous} title=${previous} aria-disabled=${String(isFirst)} @click=${() => {
      onTurn(-1);
    }}>${icons.chevron}</button>
    <span class="number" dir="ltr" aria-hidden="true">${pageIndex + 1}<span class="of">/</span>${pageCount}</span>
    <span class="visually-hidden">${text.t('grid.page', { page: pageIndex + 1, pages: pageCount })}</span>
    <button type="button" class="next" aria-label=${next} title=${next} aria-disabled=${String(isLast)} @click=${() => {
      onTurn(1);
    }}>${icons.chevron}</button>
  </div>`;
}

function hiddenNote({ text, hiddenCount, isSelfHidden, onShowHidden, onShowSelf }: BarOptions): TemplateResult | typeof nothing {
  if (hiddenCount === 0 && !isSelfHidden) return nothing;
  return html`<div class="note" part="hidden-note">
    ${hiddenCount > 0
      ? html`<span class="what">${text.t('layouts.hidden', { count: hiddenCount })}</span>
          <button type="button" class="show" aria-label=${text.t('layouts.showHiddenLabel', { count: hiddenCount })} @click=${onShowHidden}>${text.t('layouts.showHidden')}</button>`
      : html`<span class="what">${text.t('layouts.selfHidden')}</span>
          <button type="button" class="show" aria-label=${text.t('layouts.showSelf')} @click=${onShowSelf}>${text.t('layouts.showHidden')}</button>`}
  </div>`;
}
