import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Call } from '../../src/call/call.js';
import { CallConsumer } from '../../src/context/call-consumer.js';
import type { CallHost } from '../../src/context/call-host.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { isMemorySmall } from '../shared/is-memory-small.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enLayouts } from '../shared/texts/en-layouts.js';
import { arrangeTiles, type FullArrangement } from './arrange-tiles.js';
import { barView } from './bar-view.js';
import type { Corner } from './corner-box.js';
import { findObstacles } from './find-obstacles.js';
import { GridKeys } from './grid-keys.js';
import { lateLayoutsStyles } from './late-layouts.styles.js';
import { isSameLayoutView, selectLayoutView, type LayoutView } from './layout-view.js';
import { moveView, placeName } from './move-view.js';
import { cornerAfter } from './next-corner.js';
import { ObstacleWatch } from './obstacle-watch.js';
import { ownCorner } from './own-corner.js';
import { PageSwipe } from './page-swipe.js';
import { readAspect } from './read-aspect.js';
import { keepSeats, silentLongest, swapSeats } from './seat-order.js';
import { SelfDrag } from './self-drag.js';
import { SpeakerFeed } from './speaker-feed.js';
import { StageDivider } from './stage-divider.js';
import { lateDividerStyles } from './late-divider.styles.js';
import type { TileEntry } from './tile-entry.js';
import { TileMover } from './tile-mover.js';

addTexts(enLayouts);

/** Every picture is decoded into memory. */
const SMALL_MEMORY_TILES = 4;

const UNKNOWN: LayoutView = { layout: 'auto', selfView: 'tile', spotlightId: null, pinned: [], hidden: [] };

export interface LateLayoutsOptions {
  readonly host: LitElement & CallHost;
  readonly stage: HTMLElement;
  readonly text: Localizer;
  readonly call: () => Call | null;
}

export interface LayoutInput {
  readonly entries: readonly TileEntry[];
  readonly isAlone: boolean;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly maxTiles: number;
}

/** All of the grid that is not plain: layouts, pages, recent speakers first, the floating own picture, hidden tiles, gestures. */
export class LateLayouts {
  readonly #options: LateLayoutsOptions;
  readonly #view: CallConsumer<LayoutView>;
  readonly #mover = new TileMover();
  readonly #feed: SpeakerFeed;
  readonly #divider: StageDivider;
  #call: Call | null = null;
  #arrangement: FullArrangement | null = null;
  #seats: readonly string[] = [];
  #pageIndex = 0;
  #peek: -1 | 0 | 1 = 0;
  #corner: Corner = ownCorner.read();
  #speakerId: string | null = null;
  #news = '';
  /** The next placing is no movement: the first one, and what a finger has moved already. */
  #isStill = true;

  constructor(options: LateLayoutsOptions) {
    this.#options = options;
    const { host, stage, call } = options;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, lateLayoutsStyles, lateDividerStyles);
    this.#view = new CallConsumer(host, selectLayoutView, isSameLayoutView);
    this.#feed = new SpeakerFeed(host, { call, onSpeaker: this.#onSpeaker, onLong: this.#bringForward });
    const isTaken = (event: PointerEvent): boolean => event.composedPath().some((node) => node instanceof Element && node.matches('button, input, [popover], [role=separator], .zoomed'));
    this.#divider = new StageDivider({
      stage,
      text: options.text,
      onMove: (isStill) => {
        this.#isStill = isStill;
        host.requestUpdate();
      },
    });
    new ObstacleWatch(host, () => {
      if (this.#thumbnail) host.requestUpdate();
    });
    new SelfDrag(host, { stage, isTaken, thumbnail: () => this.#thumbnail, onDrop: this.#onDrop });
    new PageSwipe(host, {
      stage,
      isTaken: (event) => isTaken(event) || (this.#thumbnail !== null && event.composedPath().includes(this.#thumbnail)),
      canTurn: (by) => this.#canTurn(by),
      onPeek: (peek) => {
        this.#peek = peek;
        this.#isStill = true;
        host.requestUpdate();
      },
      onTurn: (by) => {
        this.#isStill = true;
        this.turn(by);
      },
    });
    new GridKeys(host, {
      stage,
      boxes: () => this.#arrangement?.boxes ?? new Map(),
      thumbnail: () => this.#thumbnail,
      corner: () => this.#corner,
      onCorner: this.#moveTo,
      onTurn: (by) => this.turn(by),
    });
  }

  arrange(input: LayoutInput): FullArrangement {
    const view = this.#view.value ?? UNKNOWN;
    const { stage, host } = this.#options;
    const hidden = new Set(view.hidden);
    const byKey = new Map(input.entries.filter(({ participantId, isLocal }) => isLocal || !hidden.has(participantId)).map((entry) => [entry.key, entry]));
    const before = this.#arrangement;
    this.#seats = keepSeats(this.#seats, [...byKey.keys()], before ? before.firstPage.length + before.large.length : 0);
    const style = getComputedStyle(host);
    const options = {
      ...input,
      ...view,
      maxTiles: isMemorySmall() ? Math.min(SMALL_MEMORY_TILES, input.maxTiles) : input.maxTiles,
      entries: this.#seats.flatMap((key) => byKey.get(key) ?? []),
      speakerId: (this.#speakerId ??= this.#options.call()?.state.speakerId ?? null),
      pageIndex: this.#pageIndex,
      peek: this.#peek,
      hasNote: this.#hiddenIds(view.hidden).length > 0 || (view.selfView === 'hidden' && !input.isAlone),
      aspect: readAspect(style.getPropertyValue('--nex-tile-aspect')),
      corner: this.#corner,
      obstacles: findObstacles(stage, host, style.direction === 'rtl'),
      shares: this.#divider.shares,
    };
    let next = arrangeTiles(options);
    const [from, to] = [before?.large[0]?.key, next.large[0]?.key];
    // Who leaves the large place takes the small one that the next has left: nobody else moves.
    if (before?.isSpeakers === true && next.isSpeakers && from !== undefined && to !== undefined && from !== to && byKey.has(from)) {
      this.#seats = swapSeats(this.#seats, from, to);
      next = arrangeTiles({ ...options, entries: this.#seats.flatMap((key) => byKey.get(key) ?? []) });
    }
    this.#pageIndex = next.pageIndex;
    this.#arrangement = next;
    stage.dataset['gap'] = String(input.gap);
    stage.classList.toggle('paged', next.pageCount > 1);
    return next;
  }

  place(tiles: readonly HTMLElement[], isResized: boolean): void {
    const call = this.#options.call();
    if (call !== this.#call && this.#call) {
      this.#divider.forget();
      this.#options.host.requestUpdate();
    }
    this.#call = call;
    const arrangement = this.#arrangement;
    if (arrangement === null) return;
    const style = getComputedStyle(this.#options.host);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const isAnimated = !isResized && !isCalm && !this.#isStill;
    this.#mover.place(tiles, arrangement.boxes, { isAnimated, isRtl: style.direction === 'rtl' });
    this.#isStill = false;
    const fixed = new Set([...arrangement.large.map(({ key }) => key), arrangement.thumbnailKey]);
    const order = [...arrangement.boxes.keys()];
    for (const tile of tiles) {
      const key = tile.dataset['key'] ?? '';
      tile.classList.toggle('page', !fixed.has(key));
      // Where the browser knows it, Tab follows what is seen.
      tile.style.setProperty('reading-order', String(order.indexOf(key)));
    }
  }

  render(): TemplateResult {
    const arrangement = this.#arrangement;
    const { text, call } = this.#options;
    const view = this.#view.value;
    const box = arrangement?.boxes.get(arrangement.thumbnailKey ?? '');
    return html`
      ${this.#divider.render(arrangement?.split ?? null)}
      ${box ? moveView({ box, corner: this.#corner, isRtl: this.#isRtl, text, onMove: this.#onMove }) : nothing}
      ${arrangement
        ? barView({
            arrangement,
            text,
            hiddenCount: this.#hiddenIds(view?.hidden ?? []).length,
            isSelfHidden: view?.selfView === 'hidden',
            onTurn: (by) => {
              this.turn(by);
            },
            onShowHidden: this.#onShowHidden,
            onShowSelf: () => {
              call()?.setSelfView('tile').catch(() => undefined);
            },
          })
        : nothing}
      <span class="visually-hidden" role="status">${this.#news}</span>
    `;
  }

  /** To the page before or after, where there is one. */
  turn(by: -1 | 1): boolean {
    if (!this.#canTurn(by)) return false;
    this.#pageIndex += by;
    this.#news = this.#options.text.t('grid.page', { page: this.#pageIndex + 1, pages: this.#arrangement?.pageCount ?? 1 });
    this.#options.host.requestUpdate();
    return true;
  }

  #canTurn(by: -1 | 1): boolean {
    const next = this.#pageIndex + by;
    return next >= 0 && next < (this.#arrangement?.pageCount ?? 1);
  }

  get #thumbnail(): HTMLElement | null {
    return this.#options.stage.querySelector<HTMLElement>('.thumbnail');
  }

  get #isRtl(): boolean {
    return getComputedStyle(this.#options.host).direction === 'rtl';
  }

  #hiddenIds(hidden: readonly string[]): readonly string[] {
    const here = new Set(this.#options.call()?.state.participants.map(({ id }) => id));
    return hidden.filter((id) => here.has(id));
  }

  readonly #onSpeaker = (participantId: string): void => {
    this.#speakerId = participantId;
    if (this.#arrangement?.isSpeakers !== false) this.#options.host.requestUpdate();
  };

  /** A speaker in sight stays where they are; one who is not gets the seat of who was silent longest on the first page. */
  readonly #bringForward = (participantId: string): void => {
    const arrangement = this.#arrangement;
    const key = `${participantId}:camera`;
    if (arrangement === null || arrangement.pageCount === 1 || arrangement.boxes.has(key) || !this.#seats.includes(key)) return;
    const { pinned = [] } = this.#view.value ?? {};
    const speaking = new Set(this.#feed.speaking);
    const idOf = (each: string): string => each.slice(0, each.lastIndexOf(':'));
    const ownId = this.#options.call()?.state.self.id;
    const mayGive = arrangement.firstPage.filter((each) => each.endsWith(':camera') && idOf(each) !== ownId && !pinned.includes(idOf(each)) && !speaking.has(idOf(each)));
    const spokeAt = new Map(mayGive.flatMap((each) => (this.#feed.spokeAt.has(idOf(each)) ? [[each, this.#feed.spokeAt.get(idOf(each)) ?? 0]] : [])));
    const seat = silentLongest(mayGive, spokeAt);
    if (seat === null) return;
    this.#seats = swapSeats(this.#seats, key, seat);
    this.#options.host.requestUpdate();
  };

  readonly #onMove = (): void => {
    this.#moveTo(cornerAfter(this.#corner));
  };

  readonly #moveTo = (corner: Corner): void => {
    this.#corner = corner;
    ownCorner.write(corner);
    const { text, host } = this.#options;
    this.#news = text.t('layouts.moved', { place: placeName(corner, this.#isRtl, text) });
    host.requestUpdate();
  };

  readonly #onDrop = (corner: Corner, { dx, dy }: { readonly dx: number; readonly dy: number }): void => {
    const tile = this.#thumbnail;
    if (tile) this.#mover.carry(tile, this.#isRtl ? -dx : dx, dy);
    this.#moveTo(corner);
  };

  readonly #onShowHidden = (): void => {
    const call = this.#options.call();
    for (const id of this.#hiddenIds(call?.state.hiddenTiles ?? [])) call?.hideTile(id, false).catch(() => undefined);
  };
}
