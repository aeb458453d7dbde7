const EDGE = 8;
/** From its opener: clear of what that stands on. */
const GAP = 12;
/** Where there is less than this above and below, it lies over its opener and has the whole height of the window. */
const MIN_HEIGHT = 200;

/**
 * Puts an open popover above or below its opener, where there is more room, and never beyond the edges of the window.
 * Where it lies over its opener it has the attribute `data-over`.
 */
export function placePopover(popover: HTMLElement, opener: Element): void {
  const { top, bottom, left, width: openerWidth } = opener.getBoundingClientRect();
  const below = innerHeight - bottom;
  const room = Math.max(top, below) - GAP;
  popover.style.setProperty('max-block-size', `${(room < MIN_HEIGHT ? innerHeight - EDGE : room) - EDGE}px`);
  popover.removeAttribute('data-over');
  const measure = (): { width: number; y: number } => {
    const { width, height } = popover.getBoundingClientRect();
    const y = Math.max(EDGE, below >= top ? Math.min(bottom + GAP, innerHeight - height - EDGE) : top - height - GAP);
    // The opener cannot close what lies over it: that shows a way of its own.
    popover.toggleAttribute('data-over', y < bottom && y + height > top);
    return { width, y };
  };
  measure();
  const { width, y } = measure();
  const x = Math.min(left + openerWidth / 2 - width / 2, innerWidth - width - EDGE);
  popover.style.setProperty('top', `${y}px`);
  popover.style.setProperty('left', `${Math.max(EDGE, x)}px`);
}
