import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../shared/base.styles.js';
import { LatePart } from '../shared/late-part.js';
import { NexElement } from '../shared/nex-element.js';
import type { Arrangement } from './arrangement.js';
import { isSameGridView, selectGridView } from './grid-view.js';
import type { LateLayouts } from './late-layouts.js';
import { plainArrangement } from './plain-arrangement.js';
import type { TileEntry } from './tile-entry.js';
import { videoGridStyles } from './video-grid.styles.js';
import { writeBox } from './write-box.js';
import { ownTags } from '../shared/own-tags.js';

const MAX_TILES = 49;
/** Narrower boxes get a smaller gap: the room belongs to the faces. */
const NARROW_WIDTH = 400;
const NARROW_GAP = 4;

/**
 * All tiles of the call, laid out to fit its own box.
 *
 * @slot empty - Shown while nobody else is here.
 * @csspart grid - The box of the tiles.
 * @csspart tile - Each tile; its inner parts are exported as `tile-frame`, `tile-name`, `tile-actions` and `tile-menu`.
 * @csspart pager - The previous and next buttons with the number of the page.
 * @csspart hidden-note - Says how many tiles are hidden, and shows them again.
 * @csspart divider - The border between the large pictures and the others, which can be moved.
 * @csspart self-move - The button that moves the floating own picture to the next corner.
 * @cssprop --nex-tile-gap - Gap between tiles; 8px, at most 4px in boxes under 400px.
 * @cssprop --nex-tile-aspect - One aspect ratio for all tiles of the grid, such as `16 / 9`; free from 4:3 (3:4 on phones held upright) to 16:9 when missing.
 * @cssprop --nex-color-surface - The stage is a step darker than this.
 */
export class NexVideoGrid extends NexElement {
  static override styles = [baseStyles, videoGridStyles];

  /** Most tiles at once, 1 to 49; the rest is on further pages. Never more than 4 on a device with little memory. */
  @property({ type: Number, attribute: 'max-tiles' }) maxTiles = 9;

  @state() private width = 0;
  @state() private height = 0;

  @query('.stage') private stageElement!: HTMLElement | null;

  readonly #view = this.select(selectGridView, isSameGridView);
  readonly #late = new LatePart(this, () => import('./late-layouts.js'));
  #layouts: LateLayouts | undefined;
  #arrangement: Arrangement | null = null;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  /** Place of the tile with the focus before an update; null: the focus is elsewhere. */
  #focusedAt: number | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // The size is read in the next frame: a box that changes many times a frame is laid out once.
    this.#observer = new ResizeObserver(() => {
      this.#frame ||= requestAnimationFrame(this.#measure);
    });
    if (this.stageElement) this.#observer.observe(this.stageElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  protected override firstUpdated(): void {
    if (this.stageElement) this.#observer?.observe(this.stageElement);
  }

  protected override willUpdate(): void {
    const focused = this.shadowRoot?.activeElement;
    this.#focusedAt = focused ? Math.max(0, this.#tiles.indexOf(focused as HTMLElement)) : null;
    const view = this.#view.value;
    const { width, height, stageElement: stage } = this;
    if (view === undefined || width === 0 || height === 0 || stage === null) {
      this.#arrangement = null;
      return;
    }
    const { entries, isAlone } = view;
    const maxTiles = Math.min(MAX_TILES, Math.max(1, Math.floor(this.maxTiles) || 1));
    const late = this.#late.get();
    if (late) this.#layouts ??= new late.LateLayouts({ host: this, stage, text: this.text, call: () => this.activeCall });
    const options = { entries, isAlone, width, height, maxTiles, gap: this.#gap };
    this.#arrangement = this.#layouts?.arrange(options) ?? plainArrangement(options);
  }

  protected override updated(changed: PropertyValues): void {
    const arrangement = this.#arrangement;
    if (arrangement === null) return;
    const tiles = this.#tiles;
    if (this.#layouts) this.#layouts.place(tiles, changed.has('width') || changed.has('height'));
    else
      for (const tile of tiles) {
        const box = arrangement.boxes.get(tile.dataset['key'] ?? '');
        if (box) writeBox(tile, box);
      }
    // What leaves with the focus on it hands it to its neighbour, never to the page.
    if (this.#focusedAt !== null && !this.shadowRoot?.activeElement) (tiles[Math.min(this.#focusedAt, tiles.length - 1)] ?? this.stageElement)?.focus();
  }

  get #tiles(): readonly HTMLElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLElement>(ownTags('nex-video-tile')) ?? [])];
  }

  get #gap(): number {
    const gap = Number.parseFloat(getComputedStyle(this).getPropertyValue('--nex-tile-gap'));
    const wanted = Number.isFinite(gap) && gap >= 0 ? gap : 8;
    return this.width < NARROW_WIDTH ? Math.min(NARROW_GAP, wanted) : wanted;
  }

  readonly #measure = (): void => {
    this.#frame = 0;
    this.width = this.stageElement?.clientWidth ?? 0;
    this.height = this.stageElement?.clientHeight ?? 0;
  };

  protected override render(): TemplateResult {
    return html`
      <div class="frame">
        <div class="stage" part="grid" role="group" tabindex="-1" aria-label=${this.text.t('grid.label')}>
          ${this.#view.value?.isAlone === true ? this.#renderEmpty() : nothing}
          ${repeat(this.#shownTiles(), ({ key }) => key, (entry) => this.#renderTile(entry))}
          ${(this.#arrangement && this.#layouts?.render()) ?? nothing}
        </div>
      </div>
    `;
  }

  /** In the call's own order, whatever place they have: nodes never move, so no picture restarts. */
  #shownTiles(): readonly TileEntry[] {
    return this.#view.value?.entries.filter(({ key }) => this.#arrangement?.boxes.has(key)) ?? [];
  }

  #renderTile({ key, participantId, source }: TileEntry): TemplateResult {
    return html`<nex-video-tile
      part="tile"
      exportparts="tile: tile-frame, tile-name, tile-actions, tile-menu"
      class=${key === this.#arrangement?.thumbnailKey ? 'thumbnail' : ''}
      data-key=${key}
      .call=${this.activeCall}
      participant-id=${participantId}
      source=${source}
    ></nex-video-tile>`;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="empty">
      <slot name="empty">
        <div class="alone">
          <p class="title">${this.text.t('grid.empty')}</p>
          <p class="text">${this.text.t('grid.emptyText')}</p>
        </div>
      </slot>
    </div>`;
  }
}
