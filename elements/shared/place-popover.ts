const EDGE = 8;

/** Puts an open popover above or below its opener, where there is more room, and never beyond the edges of the window. */
export function placePopover(popover: HTMLElement, opener: Element): void {
  const { top, bottom, left, width: openerWidth } = opener.getBoundingClientRect();
  const below = innerHeight - bottom;
  popover.style.setProperty('max-block-size', `${Math.max(top, below) - 2 * EDGE}px`);
  const { width, height } = popover.getBoundingClientRect();
  const y = below >= top ? bottom + EDGE : top - height - EDGE;
  const x = Math.min(left + openerWidth / 2 - width / 2, innerWidth - width - EDGE);
  popover.style.setProperty('top', `${Math.max(EDGE, y)}px`);
  popover.style.setProperty('left', `${Math.max(EDGE, x)}px`);
}
