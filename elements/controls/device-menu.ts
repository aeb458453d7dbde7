import { html, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { placePopover } from '../shared/place-popover.js';
import { deviceGroups, type DeviceKind, type DeviceState } from './device-groups.js';

/** Which choice takes the focus when the menu opens. */
export type MenuFocus = 'chosen' | 'first' | 'last';

export interface DeviceMenuOptions {
  readonly host: HTMLElement;
  /** Of the menu; its opener has the same with `-opener`. */
  readonly id: string;
  readonly onChoose: (kind: DeviceKind, id: string | null) => void;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Letters typed within this time of each other search for one word. */
const TYPEAHEAD_MS = 700;

/** The menu of devices beside a toggle: popover, keyboard, and focus back on closing. */
export class DeviceMenu {
  readonly #options: DeviceMenuOptions;
  #typed = '';
  #typedAt = 0;

  constructor(options: DeviceMenuOptions) {
    this.#options = options;
  }

  render(kind: 'microphone' | 'camera', label: string, state: DeviceState, text: Localizer): TemplateResult {
    return html`
      <div class="popover menu" part="panel" id=${this.#options.id} popover="auto" role="menu" aria-label=${label} @toggle=${this.#onToggle} @keydown=${this.#onMenuKey}>
        ${deviceGroups(kind, state, text).map(
          ({ kind: each, label: title, choices }) => html`
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
                    this.#choose(each, id);
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
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>(`#${this.#options.id}`) ?? null;
  }

  get #opener(): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>(`#${this.#options.id}-opener`) ?? null;
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('.choice') ?? [])];
  }

  open(focus: MenuFocus): void {
    const menu = this.#menu;
    if (menu === null || menu.matches(':popover-open')) return;
    menu.showPopover();
    if (this.#opener) placePopover(menu, this.#opener);
    const items = this.#items;
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true');
    const target = focus === 'last' ? items.at(-1) : focus === 'chosen' ? (chosen ?? items[0]) : items[0];
    target?.focus();
  }

  close(): void {
    this.#menu?.hidePopover();
    this.#opener?.focus();
  }

  #choose(kind: DeviceKind, id: string | null): void {
    this.close();
    this.#options.onChoose(kind, id);
  }

  readonly #onToggle = (event: Event): void => {
    this.#options.onToggle((event as ToggleEvent).newState === 'open');
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const index = items.findIndex((item) => event.composedPath().includes(item));
    if (event.key === 'Escape') this.close();
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
