import type { LitElement, ReactiveController } from 'lit';

/** How long a tap keeps the buttons of a tile in sight. */
const REVEAL_MS = 3000;
const LONG_PRESS_MS = 500;
/** A finger that moves further does something else. CSS pixels. */
const SLOP = 10;

export interface TilePressOptions {
  readonly onReveal: (isRevealed: boolean) => void;
  readonly onMenu: () => void;
}

/** A tap shows the buttons of a tile; a long press, the secondary button of a mouse and the menu key open its menu. */
export class TilePress implements ReactiveController {
  readonly #options: TilePressOptions;
  #revealTimer: ReturnType<typeof setTimeout> | undefined;
  #pressTimer: ReturnType<typeof setTimeout> | undefined;
  #start: { readonly x: number; readonly y: number } | null = null;

  constructor(host: LitElement, options: TilePressOptions) {
    this.#options = options;
    host.addEventListener('pointerdown', this.#onDown);
    host.addEventListener('pointermove', this.#onMove);
    host.addEventListener('pointerup', this.#onUp);
    host.addEventListener('pointercancel', this.#endPress);
    host.addEventListener('contextmenu', this.#onContextMenu);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#endPress();
    clearTimeout(this.#revealTimer);
    this.#options.onReveal(false);
  }

  readonly #onDown = (event: PointerEvent): void => {
    this.#endPress();
    if (event.pointerType === 'mouse' || !event.isPrimary || isControl(event)) return;
    this.#start = { x: event.clientX, y: event.clientY };
    this.#pressTimer = setTimeout(() => {
      this.#endPress();
      if ('vibrate' in navigator) navigator.vibrate(12);
      this.#options.onMenu();
    }, LONG_PRESS_MS);
  };

  readonly #onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (this.#start && Math.hypot(clientX - this.#start.x, clientY - this.#start.y) > SLOP) this.#endPress();
  };

  readonly #onUp = (event: PointerEvent): void => {
    this.#endPress();
    if (event.pointerType === 'mouse') return;
    clearTimeout(this.#revealTimer);
    this.#options.onReveal(true);
    this.#revealTimer = setTimeout(() => {
      this.#options.onReveal(false);
    }, REVEAL_MS);
  };

  readonly #onContextMenu = (event: Event): void => {
    if (isControl(event) && event.composedPath().some((node) => node instanceof Element && node.matches('[popover]'))) return;
    event.preventDefault();
    this.#endPress();
    this.#options.onMenu();
  };

  readonly #endPress = (): void => {
    clearTimeout(this.#pressTimer);
    this.#start = null;
  };
}

function isControl(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('button, input, [popover]'));
}
