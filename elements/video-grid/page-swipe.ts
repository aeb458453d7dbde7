import type { LitElement, ReactiveController } from 'lit';

/** Further than this, and more sideways than not, a finger turns pages instead of tapping or scrolling. CSS pixels. */
const SLOP = 10;
const SETTLE_MS = 180;
/** Share of the width, or pixels a millisecond, from which on the page turns. */
const FAR = 0.3;
const FAST = 0.5;
/** Past the first and last page the finger pulls at this share of its way. */
const RESISTANCE = 0.25;

export interface PageSwipeOptions {
  readonly stage: HTMLElement;
  /** Whether there is a page before (-1) or after (1). */
  readonly canTurn: (by: -1 | 1) => boolean;
  /** That page comes into sight; 0: none does any more. */
  readonly onPeek: (by: -1 | 0 | 1) => void;
  readonly onTurn: (by: -1 | 1) => void;
  /** Whether a touch there is for something else: a button, a zoomed picture, the own picture. */
  readonly isTaken: (event: PointerEvent) => boolean;
}

/** Turns pages by a finger, which they follow. Buttons and arrow keys do the same. */
export class PageSwipe implements ReactiveController {
  readonly #options: PageSwipeOptions;
  #start: { readonly id: number; readonly x: number; readonly y: number; readonly time: number } | null = null;
  #isSwiping = false;
  #peek: -1 | 0 | 1 = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, options: PageSwipeOptions) {
    this.#options = options;
    const { stage } = options;
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#onCancel);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#end();
  }

  readonly #onDown = (event: PointerEvent): void => {
    // A second finger pinches.
    if (!event.isPrimary) this.#onCancel();
    if (!event.isPrimary || event.pointerType === 'mouse' || this.#timer !== undefined || this.#options.isTaken(event)) return;
    const { pointerId: id, clientX: x, clientY: y, timeStamp: time } = event;
    this.#start = { id, x, y, time };
  };

  readonly #onMove = (event: PointerEvent): void => {
    const start = this.#start;
    if (start?.id !== event.pointerId) return;
    const dx = event.clientX - start.x;
    const dy = Math.abs(event.clientY - start.y);
    const { stage, canTurn, onPeek } = this.#options;
    if (!this.#isSwiping) {
      if (dy > SLOP && dy > Math.abs(dx)) this.#start = null;
      if (Math.abs(dx) < SLOP || Math.abs(dx) < dy * 1.5 || (!canTurn(1) && !canTurn(-1))) return;
      this.#isSwiping = true;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add('swiping');
    }
    const by = dx * this.#forward < 0 ? 1 : -1;
    const peek = canTurn(by) ? by : 0;
    if (peek !== this.#peek) {
      this.#peek = peek;
      onPeek(peek);
    }
    this.#show(peek === 0 ? dx * RESISTANCE : dx);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const start = this.#start;
    if (start?.id !== event.pointerId) return;
    const dx = event.clientX - start.x;
    const speed = Math.abs(dx) / Math.max(1, event.timeStamp - start.time);
    const isFar = Math.abs(dx) > this.#options.stage.clientWidth * FAR || (speed > FAST && Math.abs(dx) > 4 * SLOP);
    this.#settle(isFar ? this.#peek : 0);
  };

  readonly #onCancel = (): void => {
    this.#settle(0);
  };

  /** 1 where the next page is to the right, -1 where text runs from right to left. */
  get #forward(): 1 | -1 {
    return getComputedStyle(this.#options.stage).direction === 'rtl' ? -1 : 1;
  }

  #show(dx: number): void {
    this.#options.stage.style.setProperty('--_swipe', `${dx}px`);
  }

  #settle(by: -1 | 0 | 1): void {
    this.#start = null;
    if (!this.#isSwiping) return;
    this.#isSwiping = false;
    const { stage, onTurn } = this.#options;
    const gap = Number.parseFloat(stage.dataset['gap'] ?? '8');
    stage.classList.add('settling');
    this.#show(-by * this.#forward * (stage.clientWidth + gap));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#timer = setTimeout(
      () => {
        this.#end();
        if (by === 0) return;
        // Chrome without a touch since loading refuses and warns; a finger has just been here.
        if ('vibrate' in navigator) navigator.vibrate(8);
        onTurn(by);
      },
      isCalm ? 0 : SETTLE_MS,
    );
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#start = null;
    this.#isSwiping = false;
    const { stage, onPeek } = this.#options;
    stage.classList.remove('swiping', 'settling');
    stage.style.removeProperty('--_swipe');
    if (this.#peek === 0) return;
    this.#peek = 0;
    onPeek(0);
  }
}
