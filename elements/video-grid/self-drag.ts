import type { LitElement, ReactiveController } from 'lit';
import type { Corner } from './corner-box.js';

/** Less is a press. CSS pixels. */
const SLOP = 5;

export interface SelfDragOptions {
  readonly stage: HTMLElement;
  /** The own picture where it floats. */
  readonly thumbnail: () => HTMLElement | null;
  readonly isTaken: (event: PointerEvent) => boolean;
  /** Let go nearest to that corner; `dx` and `dy` are how far it was carried, CSS pixels to the right and down. */
  readonly onDrop: (corner: Corner, carried: { readonly dx: number; readonly dy: number }) => void;
}

/** Carries the floating own picture by pointer or finger; it falls into the nearest corner. A button and arrow keys do the same. */
export class SelfDrag implements ReactiveController {
  readonly #options: SelfDragOptions;
  #start: { readonly id: number; readonly x: number; readonly y: number; readonly tile: HTMLElement } | null = null;
  #isDragging = false;

  constructor(host: LitElement, options: SelfDragOptions) {
    this.#options = options;
    const { stage } = options;
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#end);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  readonly #onDown = (event: PointerEvent): void => {
    const tile = this.#options.thumbnail();
    if (tile === null || event.button !== 0 || !event.isPrimary || !event.composedPath().includes(tile) || this.#options.isTaken(event)) return;
    this.#start = { id: event.pointerId, x: event.clientX, y: event.clientY, tile };
  };

  readonly #onMove = (event: PointerEvent): void => {
    const start = this.#start;
    if (start?.id !== event.pointerId) return;
    const dx = event.clientX - start.x;
    const dy = event.clientY - start.y;
    if (!this.#isDragging) {
      if (Math.hypot(dx, dy) < SLOP) return;
      this.#isDragging = true;
      this.#options.stage.setPointerCapture(event.pointerId);
      this.#options.stage.classList.add('carrying');
    }
    start.tile.style.setProperty('translate', `${dx}px ${dy}px`);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const start = this.#start;
    if (start?.id !== event.pointerId) return;
    const wasDragging = this.#isDragging;
    const tile = start.tile.getBoundingClientRect();
    this.#end();
    if (!wasDragging) return;
    const stage = this.#options.stage.getBoundingClientRect();
    const isRtl = getComputedStyle(this.#options.stage).direction === 'rtl';
    const isRight = tile.left + tile.width / 2 > stage.left + stage.width / 2;
    const isTop = tile.top + tile.height / 2 < stage.top + stage.height / 2;
    const corner = `${isTop ? 'top' : 'bottom'}-${isRight === isRtl ? 'start' : 'end'}` as const;
    this.#options.onDrop(corner, { dx: event.clientX - start.x, dy: event.clientY - start.y });
  };

  readonly #end = (): void => {
    this.#start?.tile.style.removeProperty('translate');
    this.#start = null;
    this.#isDragging = false;
    this.#options.stage.classList.remove('carrying');
  };
}
