import type { LitElement, ReactiveController } from 'lit';
import { panBy, WHOLE, zoomAt, type Zoom } from './zoom-math.js';

const STEP = 1.3;
/** Keys move the picture by this share of the box. */
const KEY_SHARE = 0.15;
const DOUBLE_TAP_MS = 320;
const DOUBLE_TAP_PX = 30;
const TAP_PX = 10;
const DOUBLE_ZOOM = 2.5;
/** Smaller tiles have nothing to be looked at closely. */
const LEAST_WIDTH = 160;

export interface TileZoomOptions {
  /** The box that is zoomed in; null while there is no picture. */
  readonly box: () => HTMLElement | null;
  readonly onChange: () => void;
}

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** Zooms a picture by pinch, by wheel with Ctrl or Cmd, by double tap, by `+`, `-` and `0`, and by buttons; then drags or arrow keys move it. */
export class TileZoom implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: TileZoomOptions;
  readonly #fingers = new Map<number, Finger>();
  #zoom: Zoom = WHOLE;
  #lastTap = { time: 0, x: 0, y: 0 };
  #lastPointer = '';
  /** One finger that stayed where it came down. */
  #down: Finger | null = null;

  constructor(host: LitElement, options: TileZoomOptions) {
    this.#host = host;
    this.#options = options;
    host.addEventListener('wheel', this.#onWheel, { passive: false });
    host.addEventListener('dblclick', this.#onDoubleClick);
    host.addEventListener('pointerdown', this.#onDown);
    host.addEventListener('pointermove', this.#onMove);
    host.addEventListener('pointerup', this.#onUp);
    host.addEventListener('pointercancel', this.#onUp);
    host.addEventListener('lostpointercapture', this.#onLost);
    host.addEventListener('keydown', this.#onKey);
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#options.box() === null) this.reset();
  }

  hostDisconnected(): void {
    this.#fingers.clear();
    this.reset();
  }

  /** 1 shows the picture whole. */
  get scale(): number {
    return this.#zoom.scale;
  }

  zoomIn(): void {
    this.#by(STEP);
  }

  zoomOut(): void {
    this.#by(1 / STEP);
  }

  reset(): void {
    this.#fingers.clear();
    if (this.#zoom !== WHOLE) this.#show(WHOLE);
  }

  #by(factor: number, at: Finger = { x: 0, y: 0 }): void {
    const box = this.#options.box();
    if (box) this.#show(zoomAt(this.#zoom, factor, at, size(box)));
  }

  #show(zoom: Zoom): void {
    const before = this.#zoom;
    this.#zoom = zoom.scale === 1 ? WHOLE : zoom;
    const tile = this.#host.renderRoot.querySelector<HTMLElement>('.tile');
    tile?.classList.toggle('zoomed', zoom.scale > 1);
    tile?.style.setProperty('--_zoom', zoom.scale.toFixed(3));
    tile?.style.setProperty('--_pan', `${zoom.x.toFixed(1)}px ${zoom.y.toFixed(1)}px`);
    if (zoom.scale !== before.scale) this.#options.onChange();
  }

  /** From the middle of the box; null where nothing is to be zoomed. */
  #point({ clientX, clientY }: MouseEvent): Finger | null {
    const box = this.#options.box();
    if (box === null || box.clientWidth < LEAST_WIDTH) return null;
    const { left, top, width, height } = box.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    const at = this.#point(event);
    if (at === null) return;
    event.preventDefault();
    this.#by(Math.exp(-event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : 0.004)), at);
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    if (this.#lastPointer !== 'touch' && !isControl(event)) this.#toggle(event);
  };

  #toggle(event: MouseEvent): void {
    const at = this.#point(event);
    if (at === null) return;
    if (this.scale > 1) this.reset();
    else this.#by(DOUBLE_ZOOM, at);
  }

  readonly #onDown = (event: PointerEvent): void => {
    this.#lastPointer = event.pointerType;
    const at = this.#point(event);
    if (at === null || isControl(event) || (event.pointerType === 'mouse' && (event.button !== 0 || this.scale === 1))) return;
    if (event.isPrimary) this.#fingers.clear();
    this.#down = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
    this.#fingers.set(event.pointerId, at);
    if (this.#fingers.size === 2 || this.scale > 1) this.#host.setPointerCapture(event.pointerId);
    // A second finger means to zoom, not to turn the page.
    if (this.scale > 1 && this.#fingers.size === 1) event.stopPropagation();
  };

  readonly #onMove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    const box = this.#options.box();
    const at = before && this.#point(event);
    if (!before || !at || box === null) return;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, at);
    if (other) {
      const spread = distance(at, other) / Math.max(1, distance(before, other));
      const middle = { x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 };
      this.#show(panBy(zoomAt(this.#zoom, spread, middle, size(box)), (at.x - before.x) / 2, (at.y - before.y) / 2, size(box)));
    } else if (this.scale > 1) {
      this.#show(panBy(this.#zoom, at.x - before.x, at.y - before.y, size(box)));
    }
  };

  readonly #onUp = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    const down = this.#down;
    this.#down = null;
    const isTap = down !== null && distance(down, { x: event.clientX, y: event.clientY }) < TAP_PX;
    if (event.type !== 'pointerup' || event.pointerType !== 'touch' || !isTap) return;
    const { clientX: x, clientY: y, timeStamp: time } = event;
    const { time: before, ...place } = this.#lastTap;
    this.#lastTap = { time, x, y };
    if (time - before > DOUBLE_TAP_MS || distance(place, { x, y }) > DOUBLE_TAP_PX) return;
    this.#lastTap = { time: 0, x: 0, y: 0 };
    this.#toggle(event);
  };

  /** The grid took the finger over to turn the page. */
  readonly #onLost = ({ pointerId }: PointerEvent): void => {
    if (!this.#host.hasPointerCapture(pointerId)) this.#fingers.delete(pointerId);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const [origin] = event.composedPath();
    const box = this.#options.box();
    if (box === null || event.ctrlKey || event.metaKey || event.altKey || !(origin instanceof Element && origin.matches('.tile'))) return;
    const isZoomed = this.scale > 1;
    const { width, height } = size(box);
    const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [width, 0], ArrowRight: [-width, 0], ArrowUp: [0, height], ArrowDown: [0, -height] };
    const move = moves[event.key];
    if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-' && isZoomed) this.zoomOut();
    else if ((event.key === '0' || event.key === 'Escape') && isZoomed) this.reset();
    else if (move && isZoomed) this.#show(panBy(this.#zoom, move[0] * KEY_SHARE, move[1] * KEY_SHARE, { width, height }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function size(box: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: box.clientWidth, height: box.clientHeight };
}

function distance(a: Finger, b: Finger): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function isControl(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('button, input, [popover]'));
}
