import type { LitElement, ReactiveController } from 'lit';
import type { Corner } from './corner-box.js';
import { neighbourBox, type Direction } from './neighbour-box.js';
import { cornerByKey } from './next-corner.js';
import type { TileBox } from './tile-box.js';
import { ownTags } from '../shared/own-tags.js';

export interface GridKeysOptions {
  readonly stage: HTMLElement;
  readonly boxes: () => ReadonlyMap<string, TileBox>;
  readonly thumbnail: () => HTMLElement | null;
  readonly corner: () => Corner;
  readonly onCorner: (corner: Corner) => void;
  /** False where there is no such page. */
  readonly onTurn: (by: -1 | 1) => boolean;
}

/** Arrow keys go from tile to tile, past the edge to the next page, and carry the floating own picture; Page Up and Page Down turn pages. */
export class GridKeys implements ReactiveController {
  readonly #options: GridKeysOptions;

  constructor(host: LitElement, options: GridKeysOptions) {
    this.#options = options;
    options.stage.addEventListener('keydown', this.#onKey);
    host.addController(this);
  }

  // Goes with the stage.
  hostDisconnected(): void {}

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (this.#answer(event)) event.preventDefault();
  };

  #answer(event: KeyboardEvent): boolean {
    const { stage, boxes, thumbnail, corner, onCorner, onTurn } = this.#options;
    const [origin] = event.composedPath();
    const isRtl = getComputedStyle(stage).direction === 'rtl';
    if (event.key === 'PageDown') return onTurn(1);
    if (event.key === 'PageUp') return onTurn(-1);
    if (!(origin instanceof HTMLElement)) return false;
    const direction = pointed(event.key, isRtl);
    if (direction === null) return false;
    if (origin.closest('.pager') && direction.x !== 0) return onTurn(direction.x);
    const own = thumbnail();
    if (origin.matches('.move') || (own !== null && event.composedPath().includes(own) && origin.matches('.tile'))) {
      const next = cornerByKey(corner(), event.key, isRtl);
      if (next) onCorner(next);
      return true;
    }
    if (!origin.matches('.tile')) return false;
    const tile = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset['key'] !== undefined) as HTMLElement | undefined;
    const next = neighbourBox(boxes(), tile?.dataset['key'] ?? '', direction);
    if (next === null) return direction.x !== 0 && onTurn(direction.x);
    [...stage.querySelectorAll<HTMLElement>(ownTags('nex-video-tile'))].find((each) => each.dataset['key'] === next)?.focus();
    return true;
  }
}

function pointed(key: string, isRtl: boolean): Direction | null {
  if (key === 'ArrowUp') return { x: 0, y: -1 };
  if (key === 'ArrowDown') return { x: 0, y: 1 };
  if (key === 'ArrowLeft') return { x: isRtl ? 1 : -1, y: 0 };
  if (key === 'ArrowRight') return { x: isRtl ? -1 : 1, y: 0 };
  return null;
}
