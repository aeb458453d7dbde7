import { placePopover } from '../shared/place-popover.js';

interface ButtonPopoverOptions {
  readonly host: HTMLElement & { requestUpdate(): void };
  /** Of the popover. */
  readonly id: string;
  /** What is opened from: `id` with `-opener` when missing. */
  readonly opener?: string;
  /** What takes the focus when it opens. */
  readonly focus: (popover: HTMLElement) => HTMLElement | null | undefined;
}

/** A popover that belongs to a button: opens beside it, a second press closes it, and the focus goes back there. */
export class ButtonPopover {
  readonly #options: ButtonPopoverOptions;
  #isOpen = false;
  #wasOpenWhenPressed = false;

  constructor(options: ButtonPopoverOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get element(): HTMLElement | null {
    return this.#find(`#${this.#options.id}`);
  }

  get opener(): HTMLElement | null {
    return this.#find(this.#options.opener ?? `#${this.#options.id}-opener`);
  }

  open(): void {
    const { element, opener } = this;
    if (element === null || element.matches(':popover-open')) return;
    element.showPopover();
    if (opener) placePopover(element, opener);
    this.#options.focus(element)?.focus();
  }

  close(isFocusBack = true): void {
    this.element?.hidePopover();
    if (isFocusBack) this.opener?.focus();
  }

  readonly onPress = (): void => {
    this.#wasOpenWhenPressed = this.#isOpen;
  };

  /** A press beside what is open closes it before the click comes: that click must not open it again. */
  readonly onClick = (event: MouseEvent): void => {
    if (event.detail > 0 ? this.#wasOpenWhenPressed : this.#isOpen) this.close();
    else this.open();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.open();
  };

  readonly onToggle = (event: Event): void => {
    this.#isOpen = (event as ToggleEvent).newState === 'open';
    this.#options.host.requestUpdate();
  };

  #find(selector: string): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
