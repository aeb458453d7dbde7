import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * One tab stop for a row of buttons: arrows (mirrored where text runs from right to left), Home and End move
 * inside it, and the last one used is the one that Tab comes back to.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #items: () => readonly HTMLElement[];
  #current: HTMLElement | undefined;

  /** `items`: all that may take the tab stop, in visual order; those that are not shown are skipped. */
  constructor(host: ReactiveControllerHost & HTMLElement, items: () => readonly HTMLElement[]) {
    this.#host = host;
    this.#items = items;
    host.addController(this);
  }

  hostUpdated(): void {
    this.refresh();
  }

  /** Gives the tab stop to exactly one shown item; to be called when items come, go, or are shown again. */
  refresh(): void {
    const items = this.#shown();
    if (this.#current === undefined || !items.includes(this.#current)) this.#current = items[0];
    for (const item of this.#items()) {
      const tabIndex = item === this.#current ? 0 : -1;
      if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
  }

  readonly onFocusIn = (event: Event): void => {
    const path = event.composedPath();
    const item = this.#items().find((candidate) => path.includes(candidate));
    if (item === undefined || item === this.#current) return;
    this.#current = item;
    this.refresh();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const items = this.#shown();
    const path = event.composedPath();
    const index = items.findIndex((item) => path.includes(item));
    if (index < 0) return;
    const forward = getComputedStyle(this.#host).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const target =
      event.key === forward
        ? items[(index + 1) % items.length]
        : event.key === backward
          ? items[(index - 1 + items.length) % items.length]
          : event.key === 'Home'
            ? items[0]
            : event.key === 'End'
              ? items.at(-1)
              : undefined;
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    target.focus();
  };

  #shown(): readonly HTMLElement[] {
    return this.#items().filter((item) => item.getClientRects().length > 0);
  }
}
