import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { DeviceGroup, DeviceKind } from './device-groups.js';

/** Letters typed within this time of each other search for one word. */
const TYPEAHEAD_MS = 700;
const EDGE = 8;

/** The menu of devices that opens from the chevron of a toggle: popover, keyboard, and focus back on closing. */
export class DeviceMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #id: string;
  readonly #onChoose: (kind: DeviceKind, id: string | null) => void;
  #isOpen = false;
  #wasOpenWhenPressed = false;
  #typed = '';
  #typedAt = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, id: string, onChoose: (kind: DeviceKind, id: string | null) => void) {
    this.#host = host;
    this.#id = id;
    this.#onChoose = onChoose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  render(label: string, groups: readonly DeviceGroup[]): TemplateResult {
    return html`
      <button
        type="button"
        class="chevron"
        part="button"
        id="${this.#id}-opener"
        aria-haspopup="menu"
        aria-expanded=${this.#isOpen ? 'true' : 'false'}
        aria-label=${label}
        @pointerdown=${this.#onOpenerPress}
        @click=${this.#onOpenerClick}
        @keydown=${this.#onOpenerKey}
      >
        ${icons.chevron}<span class="tip" aria-hidden="true">${label}</span>
      </button>
      <div class="menu" part="panel" id=${this.#id} popover="auto" role="menu" aria-label=${label} @toggle=${this.#onToggle} @keydown=${this.#onMenuKey}>
        ${groups.map(
          ({ kind, label: title, choices }) => html`
            <div role="group" aria-label=${title}>
              <div class="menu-title" aria-hidden="true">${title}</div>
              ${choices.map(
                ({ id, label: name, isChosen }) => html`<button
                  type="button"
                  class="choice"
                  role="menuitemradio"
                  aria-checked=${isChosen ? 'true' : 'false'}
                  tabindex="-1"
                  @click=${() => {
                    this.#choose(kind, id);
                  }}
                >
                  <span class="check">${isChosen ? icons.check : ''}</span><span class="choice-name">${name}</span>
                </button>`,
              )}
            </div>
          `,
        )}
      </div>
    `;
  }

  get #menu(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`#${this.#id}`) ?? null;
  }

  get #opener(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`#${this.#id}-opener`) ?? null;
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('.choice') ?? [])];
  }

  #open(focus: 'chosen' | 'first' | 'last'): void {
    const menu = this.#menu;
    if (menu === null || menu.matches(':popover-open')) return;
    menu.showPopover();
    this.#place(menu);
    const items = this.#items;
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true');
    const target = focus === 'last' ? items.at(-1) : focus === 'chosen' ? (chosen ?? items[0]) : items[0];
    target?.focus();
  }

  #close(): void {
    this.#menu?.hidePopover();
    this.#opener?.focus();
  }

  #choose(kind: DeviceKind, id: string | null): void {
    this.#close();
    this.#onChoose(kind, id);
  }

  /** Above its opener where there is room, else below, and never beyond the edges of the window. */
  #place(menu: HTMLElement): void {
    const opener = this.#opener?.getBoundingClientRect();
    if (opener === undefined) return;
    menu.style.setProperty('max-block-size', `${Math.max(opener.top, innerHeight - opener.bottom) - 2 * EDGE}px`);
    const { width, height } = menu.getBoundingClientRect();
    const isAbove = opener.top >= height + 2 * EDGE || opener.top > innerHeight - opener.bottom;
    const top = isAbove ? opener.top - height - EDGE : opener.bottom + EDGE;
    const left = Math.min(Math.max(EDGE, opener.left + opener.width / 2 - width / 2), innerWidth - width - EDGE);
    menu.style.setProperty('top', `${Math.max(EDGE, top)}px`);
    menu.style.setProperty('left', `${Math.max(EDGE, left)}px`);
  }

  readonly #onOpenerPress = (): void => {
    this.#wasOpenWhenPressed = this.#isOpen;
  };

  /** A press beside an open menu closes it before the click comes: that click must not open it again. */
  readonly #onOpenerClick = (event: MouseEvent): void => {
    if (event.detail > 0 ? this.#wasOpenWhenPressed : this.#isOpen) this.#close();
    else this.#open('chosen');
  };

  readonly #onOpenerKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.#open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  readonly #onToggle = (event: Event): void => {
    this.#isOpen = (event as ToggleEvent).newState === 'open';
    this.#host.requestUpdate();
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const index = items.findIndex((item) => event.composedPath().includes(item));
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Tab') this.#menu?.hidePopover();
    else if (event.key === 'ArrowDown') items[(index + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(index - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) this.#search(event.key, event.timeStamp, index);
    else return;
    // Letters must not reach the shortcuts of the call, arrows not the toolbar; Tab goes on as ever.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };

  #search(letter: string, now: number, index: number): void {
    this.#typed = now - this.#typedAt < TYPEAHEAD_MS ? this.#typed + letter : letter;
    this.#typedAt = now;
    const wanted = this.#typed.toLocaleLowerCase();
    const items = this.#items;
    // A longer word may still be the item in focus; a first letter looks further on.
    const start = this.#typed.length > 1 ? index : index + 1;
    for (let step = 0; step < items.length; step += 1) {
      const item = items[(start + step) % items.length];
      if (item?.textContent?.trim().toLocaleLowerCase().startsWith(wanted)) {
        item.focus();
        return;
      }
    }
  }
}
