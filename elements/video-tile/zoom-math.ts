/** How a picture is zoomed: `scale` 1 shows it whole, `x` and `y` are how far it is moved, CSS pixels to the right and down. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
export const MAX_ZOOM = 6;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  /** CSS pixels from the middle of the box. */
  readonly x: number;
  readonly y: number;
}

/** Larger or smaller by a factor; what is at the point stays there as far as the picture still fills its box. */
export function zoomAt(zoom: Zoom, factor: number, at: Point, box: Size): Zoom {
  const wanted = Math.min(MAX_ZOOM, Math.max(1, zoom.scale * factor));
  // Rounding would leave a picture that looks whole, but cannot be scrolled past.
  const scale = wanted < 1.02 ? 1 : wanted;
  const ratio = scale / zoom.scale;
  return within({ scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio }, box);
}

/** Moved by that many CSS pixels, never past an edge of the picture. */
export function panBy(zoom: Zoom, dx: number, dy: number, box: Size): Zoom {
  return within({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, box);
}

function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
  const roomX = ((scale - 1) * width) / 2;
  const roomY = ((scale - 1) * height) / 2;
  // Plus zero, so that there is no -0.
  return { scale, x: Math.min(roomX, Math.max(-roomX, x)) + 0, y: Math.min(roomY, Math.max(-roomY, y)) + 0 };
}
