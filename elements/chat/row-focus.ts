import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Which message has its actions shown: the one under the pointer, tapped, or reached by the keyboard. The log is one tab
 * stop; arrows, Home and End move among its messages, and Tab goes on to the actions of the one reached.
 */
export class RowFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #activeId: string | null = null;
  #stopId: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The message whose actions are shown; null: none. */
  get activeId(): string | null {
    return this.#activeId;
  }

  get activeRow(): HTMLElement | null {
    return this.#rows.find((row) => row.dataset['id'] === this.#activeId) ?? null;
  }

  /** The newest message is the one that Tab comes to, until another was reached. */
  hostUpdated(): void {
    const rows = this.#rows;
    const stop = rows.find((row) => row.dataset['id'] === this.#stopId) ?? rows.at(-1);
    for (const row of rows) {
      const tabIndex = row === stop ? 0 : -1;
      if (row.tabIndex !== tabIndex) row.tabIndex = tabIndex;
    }
  }

  hostDisconnected(): void {
    this.#activeId = null;
    this.#stopId = null;
  }

  focusActive(): void {
    this.activeRow?.focus();
  }

  readonly onFocusIn = (event: Event): void => {
    const row = rowOf(event);
    if (!row) return;
    this.#stopId = row.dataset['id'] ?? null;
    this.#activate(this.#stopId);
    this.hostUpdated();
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const { relatedTarget, currentTarget } = event;
    const staysInside = relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!staysInside) this.#activate(null);
  };

  readonly onPointerOver = (event: PointerEvent): void => {
    const row = rowOf(event);
    if (row && event.pointerType === 'mouse' && !this.#hasKeyboardFocus()) this.#activate(row.dataset['id'] ?? null);
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && !this.#hasKeyboardFocus()) this.#activate(null);
  };

  /** A tap shows the actions, and a second one hides them. */
  readonly onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    const id = row?.dataset['id'] ?? null;
    const isMouse = event instanceof PointerEvent && event.pointerType === 'mouse';
    if (isMouse || id === null || event.composedPath().some((target) => target instanceof HTMLAnchorElement)) return;
    this.#activate(id === this.#activeId ? null : id);
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = this.#rows;
    const index = rows.findIndex((row) => event.composedPath()[0] === row);
    if (index < 0) return;
    const target =
      event.key === 'ArrowUp'
        ? rows[Math.max(0, index - 1)]
        : event.key === 'ArrowDown'
          ? rows[Math.min(rows.length - 1, index + 1)]
          : event.key === 'Home'
            ? rows[0]
            : event.key === 'End'
              ? rows.at(-1)
              : undefined;
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    target.focus();
  };

  get #rows(): readonly HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.message') ?? [])];
  }

  #hasKeyboardFocus(): boolean {
    return this.#host.shadowRoot?.activeElement?.closest('.scroll')?.matches(':has(:focus-visible)') === true;
  }

  #activate(id: string | null): void {
    if (id === this.#activeId) return;
    this.#activeId = id;
    this.#host.requestUpdate();
  }
}

function rowOf(event: Event): HTMLElement | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest<HTMLElement>('.message') : null;
}
