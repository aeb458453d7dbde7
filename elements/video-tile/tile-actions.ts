import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { RovingFocus } from '../shared/roving-focus.js';
import type { TileView } from './tile-view.js';

export interface TileActionsOptions {
  readonly text: Localizer;
  readonly name: string;
  readonly isFullscreen: boolean;
  readonly hasPicture: boolean;
  readonly roving: RovingFocus;
  readonly onPin: () => void;
  readonly onFullscreen: () => void;
  readonly onPictureInPicture: () => void;
}

/** The buttons of a tile, those that this browser and this moment support; one tab stop together. */
export function tileActions(view: TileView, options: TileActionsOptions): TemplateResult | typeof nothing {
  const { text, name, roving } = options;
  const canFullscreen = document.fullscreenEnabled;
  const canPictureInPicture = options.hasPicture && document.pictureInPictureEnabled;
  if (!view.canPin && !canFullscreen && !canPictureInPicture) return nothing;
  const pin = text.t(view.isPinned ? 'tile.unpin' : 'tile.pin', { name });
  const full = text.t(options.isFullscreen ? 'tile.exitFullscreen' : 'tile.fullscreen');
  const pip = text.t('tile.pictureInPicture');
  return html`
    <div class="actions" part="tile-actions" role="toolbar" aria-label=${text.t('tile.actions', { name })} @keydown=${roving.onKeyDown} @focusin=${roving.onFocusIn}>
      ${view.canPin ? html`<button type="button" class="pin ${view.isPinned ? 'on' : ''}" aria-label=${pin} title=${pin} @click=${options.onPin}>${icons.pin}</button>` : nothing}
      ${canPictureInPicture ? html`<button type="button" class="pip" aria-label=${pip} title=${pip} @click=${options.onPictureInPicture}>${icons.pip}</button>` : nothing}
      ${canFullscreen ? html`<button type="button" class="full" aria-label=${full} title=${full} @click=${options.onFullscreen}>${icons.fullscreen}</button>` : nothing}
    </div>
  `;
}
