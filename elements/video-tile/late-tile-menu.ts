import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { SELF_VIEWS, type SelfView } from '../../src/call/call-words.js';
import type { Call } from '../../src/call/call.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { placePopover } from '../shared/place-popover.js';
import { lateTileMenuStyles } from './late-tile-menu.styles.js';
import type { LateTileView } from './late-tile-view.js';
import { PictureWindow } from '../shared/picture-window.js';
import { tileIcons } from './tile-icons.js';
import type { TileView } from './tile-view.js';
import { zoomBar, type ZoomBarOptions } from './zoom-bar.js';

const SELF_VIEW_TEXTS = { tile: 'tileMenu.selfViewTile', floating: 'tileMenu.selfViewFloating', hidden: 'tileMenu.selfViewHidden' } as const;
const MAX_PERCENT = 200;
const VOLUME_STEP = 5;

export interface TileMenuOptions {
  readonly host: LitElement & { readonly participantId: string; readonly source: 'camera' | 'screen' };
  readonly onToggle: () => void;
  readonly onFullscreen: () => void;
}

export interface TileMenuState {
  readonly view: TileView;
  readonly late: LateTileView;
  readonly name: string;
  readonly text: Localizer;
  readonly call: Call | null;
  readonly source: 'camera' | 'screen';
  /** Null while there is no picture. */
  readonly zoom: ZoomBarOptions | null;
  readonly isFullscreen: boolean;
}

/** What can be done with a tile. A small dialog of plain controls: a slider cannot live in a `role=menu`. */
export class TileMenu {
  readonly #options: TileMenuOptions;
  readonly #window: PictureWindow;

  constructor(options: TileMenuOptions) {
    this.#options = options;
    this.#window = new PictureWindow(options.host);
    const { shadowRoot } = options.host;
    if (shadowRoot) adoptStyles(shadowRoot, ...lateTileMenuStyles);
  }

  get isOpen(): boolean {
    return this.#popover?.matches(':popover-open') === true;
  }

  open(): void {
    const popover = this.#popover;
    const opener = this.#options.host.renderRoot.querySelector('.more') ?? this.#options.host;
    if (popover === null || this.isOpen) return;
    popover.showPopover();
    placePopover(popover, opener);
    this.#controls[0]?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#popover?.hidePopover();
    this.#options.host.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }

  render(state: TileMenuState): TemplateResult {
    const { view, name, text, source, zoom } = state;
    const label = view.isLocal ? text.t('tileMenu.labelSelf') : text.t('tileMenu.label', { name });
    return html`<div class="popover tile-menu" part="tile-menu" popover="auto" role="dialog" aria-label=${label} @toggle=${this.#options.onToggle} @keydown=${this.#onKey}>
      <div class="menu-name" aria-hidden="true"><bdi>${name}</bdi></div>
      ${this.#showing(state)}
      ${view.isLocal && source === 'camera' ? this.#own(state) : nothing}
      ${view.isLocal || source === 'screen' ? nothing : this.#volume(state)}
      ${zoom && (source === 'screen' || !view.isLocal) ? html`<div class="row"><span class="row-name" aria-hidden="true">${tileIcons.zoomIn}${text.t('tileMenu.zoom')}</span>${zoomBar(zoom)}</div>` : nothing}
      ${view.isLocal
        ? nothing
        : this.#item('hide', tileIcons.hide, text.t('tileMenu.hide'), () => {
            state.call?.hideTile(view.id, true).catch(() => undefined);
          })}
    </div>`;
  }

  #showing({ view, late, text, call, isFullscreen, zoom }: TileMenuState): TemplateResult {
    const canPictureInPicture = zoom !== null && this.#window.isPossible;
    return html`
      ${view.canPin
        ? this.#item('pin', icons.pin, text.t(view.isPinned ? 'tileMenu.unpin' : 'tileMenu.pin'), () => {
            call?.pin(view.id, !view.isPinned).catch(() => undefined);
          })
        : nothing}
      ${late.canSpotlight && view.canPin
        ? this.#item('spotlight', tileIcons.spotlight, text.t(late.isSpotlit ? 'tileMenu.unspotlight' : 'tileMenu.spotlight'), () => {
            call?.setSpotlight(late.isSpotlit ? null : view.id).catch(() => undefined);
          })
        : nothing}
      ${document.fullscreenEnabled ? this.#item('full', icons.fullscreen, text.t(isFullscreen ? 'tileMenu.exitFullscreen' : 'tileMenu.fullscreen'), this.#options.onFullscreen) : nothing}
      ${canPictureInPicture
        ? this.#item('pip', icons.pip, text.t(this.#window.isOpen ? 'tileMenu.endPictureInPicture' : 'tileMenu.pictureInPicture'), () => {
            if (call) void this.#window.toggle(call, text);
          })
        : nothing}
    `;
  }

  #own({ late, text, call }: TileMenuState): TemplateResult {
    return html`
      ${late.canFlip
        ? this.#item('flip', tileIcons.flip, text.t('tileMenu.flipCamera'), () => {
            call?.flipCamera().catch(() => undefined);
          })
        : nothing}
      <div class="row self-view">
        <span class="row-name" id="self-view-name">${tileIcons.self}${text.t('tileMenu.selfView')}</span>
        <div class="choices" role="group" aria-labelledby="self-view-name">
          ${SELF_VIEWS.map((value) => this.#selfView(value, late.selfView, text, call))}
        </div>
      </div>
    `;
  }

  #selfView(value: SelfView, chosen: SelfView, text: Localizer, call: Call | null): TemplateResult {
    const choose = (): void => {
      this.close();
      call?.setSelfView(value).catch(() => undefined);
    };
    return html`<button type="button" class="choice" data-value=${value} aria-pressed=${String(value === chosen)} @click=${choose}>${text.t(SELF_VIEW_TEXTS[value])}</button>`;
  }

  #volume({ view, late, text, call }: TileMenuState): TemplateResult {
    const percent = Math.round(late.volume * 100);
    const words = text.t('tileMenu.percent', { value: percent });
    const onInput = ({ target }: Event): void => {
      const value = Number((target as HTMLInputElement).value) / 100;
      call?.setVolume(view.id, value).catch(() => undefined);
    };
    return html`<div class="row">
      <span class="row-name" id="volume-name">${icons.speaker}${text.t('tileMenu.volume')}<span class="percent">${words}</span></span>
      <input class="volume" type="range" min="0" max=${MAX_PERCENT} step=${VOLUME_STEP} .value=${String(percent)} aria-labelledby="volume-name" aria-valuetext=${words} @input=${onInput} />
    </div>`;
  }

  #item(name: string, icon: TemplateResult, label: string, act: () => void): TemplateResult {
    const onClick = (): void => {
      this.close();
      act();
    };
    return html`<button type="button" class="item ${name}-item" @click=${onClick}>${icon}<span>${label}</span></button>`;
  }

  get #popover(): HTMLElement | null {
    return this.#options.host.renderRoot.querySelector<HTMLElement>('.tile-menu');
  }

  get #controls(): readonly HTMLElement[] {
    return [...(this.#popover?.querySelectorAll<HTMLElement>('button, input') ?? [])];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const controls = this.#controls;
    const index = controls.indexOf(event.composedPath()[0] as HTMLElement);
    if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown') controls[(index + 1) % controls.length]?.focus();
    else if (event.key === 'ArrowUp') controls[(index - 1 + controls.length) % controls.length]?.focus();
    else if (event.key === 'Home' && !(event.composedPath()[0] instanceof HTMLInputElement)) controls[0]?.focus();
    else if (event.key === 'End' && !(event.composedPath()[0] instanceof HTMLInputElement)) controls.at(-1)?.focus();
    else if (event.key === 'Tab') this.#hold(event, controls, index);
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };

  /** Tab goes round inside; Escape is the way out. */
  #hold(event: KeyboardEvent, controls: readonly HTMLElement[], index: number): void {
    const next = event.shiftKey && index === 0 ? controls.at(-1) : !event.shiftKey && index === controls.length - 1 ? controls[0] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}
