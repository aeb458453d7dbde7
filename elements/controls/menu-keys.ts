/** Letters typed within this time of each other search for one word. */
const TYPEAHEAD_MS = 700;

interface MenuKeysOptions {
  /** Those that can be chosen, in order. */
  readonly items: () => readonly HTMLElement[];
  /** `isFocusBack`: to the button that opened the menu. */
  readonly close: (isFocusBack: boolean) => void;
}

/** The keyboard of a menu: arrows go around, Home and End, letters search, Escape and Tab close. */
export class MenuKeys {
  readonly #options: MenuKeysOptions;
  #typed = '';
  #typedAt = 0;

  constructor(options: MenuKeysOptions) {
    this.#options = options;
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const items = this.#options.items();
    const path = event.composedPath();
    const index = items.findIndex((item) => path.includes(item));
    const { key } = event;
    const step = this.#step(event);
    if (key === 'Escape') this.#options.close(true);
    else if (key === 'Tab') this.#options.close(false);
    else if (step !== 0) items[(Math.max(index, step < 0 ? 0 : -1) + step + items.length) % items.length]?.focus();
    else if (key === 'Home') items[0]?.focus();
    else if (key === 'End') items.at(-1)?.focus();
    else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) this.#search(key, event.timeStamp, index, items);
    else return;
    // Letters must not reach the shortcuts of the call, arrows not the toolbar; Tab goes on as ever.
    event.stopPropagation();
    if (key !== 'Tab') event.preventDefault();
  };

  /** Sideways too: some items stand beside each other. */
  #step({ key, currentTarget }: KeyboardEvent): number {
    if (key === 'ArrowDown' || key === 'ArrowUp') return key === 'ArrowDown' ? 1 : -1;
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
    const isRightToLeft = currentTarget instanceof Element && getComputedStyle(currentTarget).direction === 'rtl';
    return (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
  }

  #search(letter: string, now: number, index: number, items: readonly HTMLElement[]): void {
    this.#typed = now - this.#typedAt < TYPEAHEAD_MS ? this.#typed + letter : letter;
    this.#typedAt = now;
    const wanted = this.#typed.toLocaleLowerCase();
    // A longer word may still be the item in focus; a first letter looks further on.
    const start = this.#typed.length > 1 ? Math.max(index, 0) : index + 1;
    for (let step = 0; step < items.length; step += 1) {
      const item = items[(start + step) % items.length];
      const words = item?.getAttribute('aria-label') ?? item?.textContent ?? '';
      if (words.trim().toLocaleLowerCase().startsWith(wanted)) {
        item?.focus();
        return;
      }
    }
  }
}
