import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../shared/base.styles.js';
import { icons } from '../shared/icons.js';
import { NexElement } from '../shared/nex-element.js';
import { arrangeTiles, type Arrangement } from './arrange-tiles.js';
import { isSameGridView, selectGridView } from './grid-view.js';
import { placeTiles } from './place-tiles.js';
import { readAspect } from './read-aspect.js';
import type { TileEntry } from './tile-entry.js';
import { TileMover } from './tile-mover.js';
import { videoGridStyles } from './video-grid.styles.js';

const MAX_TILES = 49;
/** Narrower boxes get a smaller gap: the room belongs to the faces. */
const NARROW_WIDTH = 400;
const NARROW_GAP = 4;

/**
 * All tiles of the call, laid out to fit its own box.
 *
 * @slot empty - Shown while nobody else is here.
 * @csspart grid - The box of the tiles.
 * @csspart tile - Each tile; its inner parts are exported as `tile-frame`, `tile-name` and `tile-actions`.
 * @csspart pager - The previous and next buttons with the number of the page.
 * @cssprop --nex-tile-gap - Gap between tiles; 8px, at most 4px in boxes under 400px.
 * @cssprop --nex-tile-aspect - One aspect ratio for all tiles of the grid, such as `16 / 9`; free from 4:3 to 16:9 when missing.
 * @cssprop --nex-color-surface - The stage is a step darker than this.
 */
export class NexVideoGrid extends NexElement {
  static override styles = [baseStyles, videoGridStyles];

  /** Most tiles at once, 1 to 49; the rest is on further pages. */
  @property({ type: Number, attribute: 'max-tiles' }) maxTiles = 9;

  @state() private pageIndex = 0;
  @state() private width = 0;
  @state() private height = 0;

  @query('.stage') private stageElement!: HTMLElement | null;

  readonly #view = this.select(selectGridView, isSameGridView);
  readonly #mover = new TileMover();
  #arrangement: Arrangement | null = null;
  #lastSpeakerId: string | null = null;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #focusedKey: string | null = null;

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
    const view = this.#view.value;
    const focused = this.shadowRoot?.activeElement;
    this.#focusedKey = focused instanceof HTMLElement ? (focused.dataset['key'] ?? null) : null;
    if (view === undefined || this.width === 0 || this.height === 0) {
      this.#arrangement = null;
      return;
    }
    if (view.speakerId !== null && view.entries.some((entry) => !entry.isLocal && entry.participantId === view.speakerId)) {
      this.#lastSpeakerId = view.speakerId;
    }
    const maxTiles = Math.min(MAX_TILES, Math.max(1, Math.floor(this.maxTiles) || 1));
    const { entries, layout, pinned } = view;
    const { width, height, pageIndex } = this;
    this.#arrangement = arrangeTiles({ entries, layout, pinned, speakerId: this.#lastSpeakerId, maxTiles, width, height, gap: this.#gap, pageIndex });
  }

  protected override updated(changed: PropertyValues): void {
    const arrangement = this.#arrangement;
    if (arrangement === null) return;
    const tiles = new Map<string, HTMLElement>();
    for (const tile of this.renderRoot.querySelectorAll<HTMLElement>('nex-video-tile')) tiles.set(tile.dataset['key'] ?? '', tile);
    const style = getComputedStyle(this);
    const { width, height } = this;
    const boxes = placeTiles({ arrangement, width, height, gap: this.#gap, aspect: readAspect(style.getPropertyValue('--nex-tile-aspect')) });
    const isResized = changed.has('width') || changed.has('height');
    const isAnimated = !isResized && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#mover.place(tiles, boxes, { isAnimated, isRtl: style.direction === 'rtl' });
    this.#keepFocus(tiles);
  }

  get #gap(): number {
    const gap = Number.parseFloat(getComputedStyle(this).getPropertyValue('--nex-tile-gap'));
    const wanted = Number.isFinite(gap) && gap >= 0 ? gap : 8;
    return this.width < NARROW_WIDTH ? Math.min(NARROW_GAP, wanted) : wanted;
  }

  /** A tile that leaves with the focus on it hands it to a tile that stays, never to the page. */
  #keepFocus(tiles: ReadonlyMap<string, HTMLElement>): void {
    if (this.#focusedKey === null || tiles.has(this.#focusedKey)) return;
    [...tiles.values()].at(-1)?.focus();
  }

  readonly #measure = (): void => {
    this.#frame = 0;
    this.width = this.stageElement?.clientWidth ?? 0;
    this.height = this.stageElement?.clientHeight ?? 0;
  };

  readonly #onPrevious = (): void => {
    this.#turnTo((this.#arrangement?.pageIndex ?? 0) - 1);
  };

  readonly #onNext = (): void => {
    this.#turnTo((this.#arrangement?.pageIndex ?? 0) + 1);
  };

  #turnTo(pageIndex: number): void {
    this.pageIndex = Math.min(Math.max(0, pageIndex), (this.#arrangement?.pageCount ?? 1) - 1);
  }

  protected override render(): TemplateResult {
    const arrangement = this.#arrangement;
    const isAlone = this.#view.value?.isAlone === true;
    return html`
      <div class="frame">
        <div class="stage" part="grid" role="group" aria-label=${this.text.t('grid.label')}>
          ${isAlone ? this.#renderEmpty() : nothing}
          ${repeat(this.#shownTiles(), ({ key }) => key, (entry) => this.#renderTile(entry, entry === arrangement?.thumbnail))}
        </div>
        ${arrangement !== null && arrangement.pageCount > 1 ? this.#renderPager(arrangement) : nothing}
      </div>
    `;
  }

  /** In the call's own order, whatever place they have: nodes never move, so no picture restarts. */
  #shownTiles(): readonly TileEntry[] {
    const arrangement = this.#arrangement;
    if (arrangement === null) return [];
    const shown = new Set([...arrangement.stage, ...arrangement.others, arrangement.thumbnail]);
    return this.#view.value?.entries.filter((entry) => shown.has(entry)) ?? [];
  }

  #renderTile(entry: TileEntry, isThumbnail: boolean): TemplateResult {
    return html`<nex-video-tile
      part="tile"
      exportparts="tile: tile-frame, tile-name, tile-actions"
      class=${isThumbnail ? 'thumbnail' : ''}
      data-key=${entry.key}
      .call=${this.activeCall}
      participant-id=${entry.participantId}
      source=${entry.source}
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

  #renderPager({ pageIndex, pageCount }: Arrangement): TemplateResult {
    const isFirst = pageIndex === 0;
    const isLast = pageIndex === pageCount - 1;
    const previous = this.text.t('grid.previous');
    const next = this.text.t('grid.next');
    return html`<div class="pager" part="pager" role="group" aria-label=${this.text.t('grid.pages')}>
      <button type="button" class="previous" aria-label=${previous} title=${previous} aria-disabled=${String(isFirst)} @click=${this.#onPrevious}>${icons.chevron}</button>
      <span dir="ltr" aria-hidden="true">${pageIndex + 1} / ${pageCount}</span>
      <span class="visually-hidden" role="status">${this.text.t('grid.page', { page: pageIndex + 1, pages: pageCount })}</span>
      <button type="button" class="next" aria-label=${next} title=${next} aria-disabled=${String(isLast)} @click=${this.#onNext}>${icons.chevron}</button>
    </div>`;
  }
}
