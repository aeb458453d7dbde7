import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { RovingFocus } from '../shared/roving-focus.js';
import { tileIcons } from './tile-icons.js';
import type { TileView } from './tile-view.js';

export interface TileBarOptions {
  readonly text: Localizer;
  readonly name: string;
  readonly roving: RovingFocus;
  readonly isMenuOpen: boolean;
  readonly onPin: () => void;
  readonly onMenuPress: () => void;
  readonly onMenu: (event: MouseEvent) => void;
}

/** Pin and menu of a tile, in sight on hover, focus or tap; one tab stop together. */
export function tileBar(view: TileView, options: TileBarOptions): TemplateResult {
  const { text, name, roving } = options;
  const pin = text.t(view.isPinned ? 'tile.unpin' : 'tile.pin', { name });
  const more = text.t('tileMenu.open', { name });
  return html`
    <div class="actions" part="tile-actions" role="toolbar" aria-label=${text.t('tile.actions', { name })} @keydown=${roving.onKeyDown} @focusin=${roving.onFocusIn}>
      ${view.canPin && !view.isLocal
        ? html`<button type="button" class="pin ${view.isPinned ? 'on' : ''}" aria-label=${pin} title=${pin} @click=${options.onPin}>${icons.pin}</button>`
        : nothing}
      <button
        type="button"
        class="more"
        aria-haspopup="dialog"
        aria-expanded=${String(options.isMenuOpen)}
        aria-label=${more}
        title=${more}
        @pointerdown=${options.onMenuPress}
        @click=${options.onMenu}
      >
        ${tileIcons.more}
      </button>
    </div>
  `;
}
