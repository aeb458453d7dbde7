import type { TileBox } from './tile-box.js';
import { ownTags } from '../shared/own-tags.js';

const OVER = 'nex-controls, [part~="panel"]';

/** The boxes of a toolbar or panel that lie over the grid, in its own coordinates. */
export function findObstacles(stage: Element, host: Element, isRtl: boolean): readonly TileBox[] {
  const root = host.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const area = stage.getBoundingClientRect();
  return [...root.querySelectorAll(ownTags(OVER))]
    .map((element) => (element.shadowRoot?.querySelector('[part~="toolbar"]') ?? element).getBoundingClientRect())
    .filter(({ left, right, top, bottom, width, height }) => width * height > 0 && left < area.right && right > area.left && top < area.bottom && bottom > area.top)
    .map(({ left, right, top, width, height }) => ({ x: isRtl ? area.right - right : left - area.left, y: top - area.top, width, height }));
}
