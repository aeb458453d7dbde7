import { CORNERS, type Corner } from './corner-box.js';

/** The corner that an arrow key leads to; null for other keys, and where the picture is on that side already. */
export function cornerByKey(corner: Corner, key: string, isRtl: boolean): Corner | null {
  const [side = 'bottom', edge = 'end'] = corner.split('-');
  const towards = key === 'ArrowUp' ? ['top', edge] : key === 'ArrowDown' ? ['bottom', edge] : key === 'ArrowLeft' ? [side, isRtl ? 'end' : 'start'] : key === 'ArrowRight' ? [side, isRtl ? 'start' : 'end'] : null;
  const next = CORNERS.find((each) => each === towards?.join('-')) ?? null;
  return next === corner ? null : next;
}

/** The next corner for a button: round the box. */
export function cornerAfter(corner: Corner): Corner {
  return CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner;
}
