import { html, type TemplateResult } from 'lit';
import { adoptStyles } from '../shared/adopt-styles.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { placePopover } from '../shared/place-popover.js';
import { popoverStyles } from '../shared/popover.styles.js';
import { deviceGroups, type DeviceKind, type DeviceState } from './device-groups.js';
import { deviceMenuStyles } from './device-menu.styles.js';
import { menuHead } from './menu-head.js';
import { MenuKeys } from './menu-keys.js';

/** Which choice takes the focus when the menu opens. */
export type MenuFocus = 'chosen' | 'first' | 'last';

export interface DeviceMenuOptions {
  readonly host: HTMLElement;
  /** Of the menu; its opener has the same with `-opener`. */
  readonly id: string;
  readonly onChoose: (kind: DeviceKind, id: string | null) => void;
  readonly onToggle: (isOpen: boolean) => void;
}

/** The menu of devices beside a toggle: popover, keyboard, and focus back on closing. */
export class DeviceMenu {
  readonly #options: DeviceMenuOptions;
  readonly #keys: MenuKeys;

  constructor(options: DeviceMenuOptions) {
    this.#options = options;
    this.#keys = new MenuKeys({
      items: () => this.#items,
      close: (isFocusBack) => {
        if (isFocusBack) this.close();
        else this.#menu?.hidePopover();
      },
    });
    adoptStyles(options.host.shadowRoot, popoverStyles, deviceMenuStyles);
  }

  render(kind: 'microphone' | 'camera', label: string, state: DeviceState, text: Localizer): TemplateResult {
    return html`
      <div
        class="popover menu"
        part="panel"
        id=${this.#options.id}
        popover="auto"
        role="menu"
        aria-label=${label}
        @toggle=${this.#onToggle}
        @keydown=${this.#keys.onKeyDown}
      >
        ${menuHead(this.#menu, label, text, this.#onClose)}
        ${deviceGroups(kind, state, text).map(
          ({ kind: each, label: title, choices }) => html`
            <div role="group" aria-label=${title}>
              <div class="menu-title" aria-hidden="true">${title}</div>
              ${choices.map(
                ({ id, label: name, isChosen }) =>
                  html`<button
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
    return [...(this.#menu?.querySelectorAll<HTMLElement>('button') ?? [])];
  }

  open(focus: MenuFocus): void {
    const menu = this.#menu;
    if (menu === null || menu.matches(':popover-open')) return;
    menu.showPopover();
    if (this.#opener) placePopover(menu, this.#opener);
    const items = this.#items.filter((item) => item.matches('.choice'));
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true');
    const target = focus === 'last' ? items.at(-1) : focus === 'chosen' ? (chosen ?? items[0]) : items[0];
    target?.focus();
  }

  close(): void {
    this.#menu?.hidePopover();
    this.#opener?.focus();
  }

  readonly #onClose = (): void => {
    this.close();
  };

  #choose(kind: DeviceKind, id: string | null): void {
    this.close();
    this.#options.onChoose(kind, id);
  }

  readonly #onToggle = (event: Event): void => {
    this.#options.onToggle((event as ToggleEvent).newState === 'open');
  };
}
