import { ownTags } from '../shared/own-tags.js';

/** Moves the focus to the tile of that number, from 1, in the order they are seen in. False when there are not so many. */
export function focusTile(root: ParentNode, number: number): boolean {
  const grid = findGrid(root);
  if (grid === null) return false;
  const isRightToLeft = getComputedStyle(grid).direction === 'rtl';
  const tiles = [...(grid.shadowRoot?.querySelectorAll<HTMLElement>(ownTags('nex-video-tile')) ?? [])]
    .map((tile) => ({ tile, box: tile.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
    // Tiles of one row differ by a fraction of a pixel at most.
    .sort((a, b) => (Math.abs(a.box.top - b.box.top) > 2 ? a.box.top - b.box.top : (a.box.left - b.box.left) * (isRightToLeft ? -1 : 1)));
  const chosen = tiles[number - 1]?.tile;
  chosen?.focus();
  return chosen !== undefined;
}

function findGrid(root: ParentNode): Element | null {
  const tag = ownTags('nex-video-grid');
  return (root instanceof Element ? root.shadowRoot?.querySelector(tag) : null) ?? root.querySelector(tag);
}
