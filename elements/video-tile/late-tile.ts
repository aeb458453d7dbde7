import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Call } from '../../src/call/call.js';
import { CallConsumer } from '../../src/context/call-consumer.js';
import type { CallHost } from '../../src/context/call-host.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LatePart } from '../shared/late-part.js';
import type { Localizer } from '../shared/localize.js';
import { RovingFocus } from '../shared/roving-focus.js';
import { addTexts } from '../shared/text-store.js';
import { enTileMenu } from '../shared/texts/en-tile-menu.js';
import { AudioLevelLink } from './audio-level-link.js';
import type { TileMenu } from './late-tile-menu.js';
import { lateTileStyles } from './late-tile.styles.js';
import { isSameLateTileView, selectLateTileView, type LateTileView } from './late-tile-view.js';
import { ReactionLayer } from './reaction-layer.js';
import { ReceiveWishReporter } from './receive-wish-reporter.js';
import { tileBar } from './tile-bar.js';
import { tileMarks } from './tile-marks.js';
import { TilePress } from './tile-press.js';
import type { TileView } from './tile-view.js';
import { TileZoom } from './tile-zoom.js';
import { zoomBar } from './zoom-bar.js';

addTexts(enTileMenu);

export interface LateTileOptions {
  readonly host: LitElement & CallHost & { readonly participantId: string; readonly source: 'camera' | 'screen' };
  readonly text: Localizer;
  readonly call: () => Call | null;
  readonly view: () => TileView | null;
  readonly setState: (name: string, isOn: boolean) => void;
}

/** What comes to a tile once the call stands: what it wants to receive, the sound level, pin and menu, marks, reactions, zoom, full screen and picture in picture. */
export class LateTile implements ReactiveController {
  readonly #options: LateTileOptions;
  readonly #consumer: CallConsumer<LateTileView>;
  readonly #roving: RovingFocus;
  readonly #zoom: TileZoom;
  readonly #menuPart: LatePart<typeof import('./late-tile-menu.js')>;
  #menu: TileMenu | null = null;
  #isMenuWanted = false;
  #wasOpenWhenPressed = false;
  #isFullscreen = false;
  #isRevealed = false;

  constructor(options: LateTileOptions) {
    this.#options = options;
    const { host, call } = options;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, lateTileStyles);
    this.#consumer = new CallConsumer(host, (state) => selectLateTileView(state, host.participantId), isSameLateTileView);
    this.#menuPart = new LatePart(host, () => import('./late-tile-menu.js'));
    this.#roving = new RovingFocus(host, () => [...host.renderRoot.querySelectorAll<HTMLElement>('.actions button')]);
    this.#zoom = new TileZoom(host, { box: () => (this.video === null || host.matches('.thumbnail') ? null : host.renderRoot.querySelector<HTMLElement>('.clip')), onChange: this.#onZoom });
    new TilePress(host, { onReveal: this.#reveal, onMenu: this.openMenu });
    const heard = (): { readonly call: Call; readonly participantId: string } | null => {
      const now = call();
      return now && host.source === 'camera' ? { call: now, participantId: host.participantId } : null;
    };
    new ReactionLayer(host, heard);
    new AudioLevelLink(host, heard, (level) => host.renderRoot.querySelector<HTMLElement>('.tile')?.style.setProperty('--_level', level.toFixed(2)));
    // Until then all is sent, as to a tile that is seen.
    new ReceiveWishReporter(host, {
      target: () => {
        const now = call();
        const view = options.view();
        return now !== null && view !== null && !view.isLocal ? { call: now, participantId: host.participantId, source: host.source } : null;
      },
      isShownElsewhere: () => this.isShownElsewhere,
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#options.host.ownerDocument.addEventListener('fullscreenchange', this.#onFullscreenChange);
  }

  hostDisconnected(): void {
    this.#options.host.ownerDocument.removeEventListener('fullscreenchange', this.#onFullscreenChange);
    this.#menu?.close();
  }

  hostUpdated(): void {
    if (!this.#isMenuWanted || this.#menu === null) return;
    this.#isMenuWanted = false;
    this.#menu.open();
  }

  get video(): HTMLVideoElement | null {
    return this.#options.host.renderRoot.querySelector('video');
  }

  /** Seen although its place in the page is not. */
  get isShownElsewhere(): boolean {
    const { host } = this.#options;
    return host.ownerDocument !== document || (this.video !== null && host.shadowRoot?.pictureInPictureElement === this.video);
  }

  get isRevealed(): boolean {
    return this.#isRevealed;
  }

  /** What the group's name says beside the rest. */
  get label(): readonly string[] {
    const { text, host } = this.#options;
    const view = this.#view;
    if (view === null) return [];
    const hand = view.handPlace === 0 || host.source === 'screen' ? [] : [view.handCount > 1 ? text.t('tileMenu.handPlace', { place: view.handPlace }) : text.t('tileMenu.handRaised')];
    const spot = view.isSpotlit ? [text.t('tileMenu.spotlit')] : [];
    const zoom = this.#zoom.scale > 1 ? [text.t('tileMenu.zoomed', { value: Math.round(this.#zoom.scale * 100) })] : [];
    return [...hand, ...spot, ...zoom];
  }

  /** Beside the name, where nothing lies over them. */
  marks(view: TileView): TemplateResult | typeof nothing {
    const late = this.#view;
    return late ? tileMarks(late, view.isPinned, this.#options.host.source) : nothing;
  }

  render(view: TileView, name: string): TemplateResult {
    const { text, host, call } = this.#options;
    const late = this.#view;
    if (this.#isMenuWanted) this.#makeMenu();
    return html`
      <div class="reactions" aria-hidden="true"></div>
      ${this.#zoom.scale > 1 ? zoomBar(this.#zoomOptions) : nothing}
      ${host.ownerDocument === document
        ? tileBar(view, { text, name, roving: this.#roving, isMenuOpen: this.#menu?.isOpen === true, onPin: this.#onPin, onMenuPress: this.#onMenuPress, onMenu: this.#onMenu })
        : nothing}
      ${this.#menu && late
        ? this.#menu.render({
            view,
            late,
            name,
            text,
            call: call(),
            source: host.source,
            zoom: this.video ? this.#zoomOptions : null,
            isFullscreen: this.#isFullscreen,
          })
        : nothing}
    `;
  }

  readonly openMenu = (): void => {
    if (this.#options.host.ownerDocument !== document) return;
    this.#isMenuWanted = true;
    this.#makeMenu();
    this.#options.host.requestUpdate();
  };

  get #view(): LateTileView | null {
    const { call, host } = this.#options;
    const state = call()?.state;
    return state ? selectLateTileView(state, host.participantId) : (this.#consumer.value ?? null);
  }

  get #zoomOptions(): Parameters<typeof zoomBar>[0] {
    const zoom = this.#zoom;
    return { scale: zoom.scale, text: this.#options.text, zoomIn: () => { zoom.zoomIn(); }, zoomOut: () => { zoom.zoomOut(); }, reset: () => { zoom.reset(); } };
  }

  #makeMenu(): void {
    const { host } = this.#options;
    const part = this.#menuPart.get();
    if (part) this.#menu ??= new part.TileMenu({ host, onToggle: () => { host.requestUpdate(); }, onFullscreen: this.#onFullscreen });
  }

  readonly #onZoom = (): void => {
    const { host } = this.#options;
    const isFocusLost = this.#zoom.scale === 1 && host.shadowRoot?.activeElement?.closest('.zoom') != null;
    host.requestUpdate();
    // The buttons go with the zoom; the focus stays on the tile.
    if (isFocusLost && !this.#menu?.isOpen) void host.updateComplete.then(() => { host.focus(); });
  };

  readonly #reveal = (isRevealed: boolean): void => {
    if (isRevealed === this.#isRevealed) return;
    this.#isRevealed = isRevealed;
    this.#options.setState('revealed', isRevealed);
    this.#options.host.requestUpdate();
  };

  readonly #onPin = (): void => {
    const view = this.#options.view();
    if (view !== null) this.#options.call()?.pin(view.id, !view.isPinned).catch(() => undefined);
  };

  readonly #onMenuPress = (): void => {
    this.#wasOpenWhenPressed = this.#menu?.isOpen === true;
  };

  /** A press beside an open menu closes it before the click comes: that click must not open it again. */
  readonly #onMenu = (event: MouseEvent): void => {
    if (event.detail > 0 ? this.#wasOpenWhenPressed : this.#menu?.isOpen === true) this.#menu?.close();
    else this.openMenu();
  };

  readonly #onFullscreen = (): void => {
    const { host } = this.#options;
    const isDone = this.#isFullscreen ? document.exitFullscreen() : host.requestFullscreen();
    // Refused by the page's policy: the button did nothing, which is what the visitor sees.
    isDone.catch(() => undefined);
  };

  readonly #onFullscreenChange = (): void => {
    const { host } = this.#options;
    const isFullscreen = host.matches(':fullscreen');
    if (isFullscreen === this.#isFullscreen) return;
    this.#isFullscreen = isFullscreen;
    host.requestUpdate();
  };
}
