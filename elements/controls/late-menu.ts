import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';
import { ButtonPopover } from './button-popover.js';
import { menuHead } from './menu-head.js';
import { MenuKeys } from './menu-keys.js';

/** A menu that belongs to a button: a popover with the keyboard of a menu. Every button in it is an item. */
export class LateMenu extends ButtonPopover {
  readonly #id: string;
  readonly #text: Localizer;
  readonly #keys: MenuKeys;

  constructor(host: HTMLElement & { requestUpdate(): void }, id: string, text: Localizer) {
    super({ host, id, focus: (popover) => popover.querySelector<HTMLElement>('button:not(.menu-close)') });
    this.#id = id;
    this.#text = text;
    this.#keys = new MenuKeys({
      items: () => [...(this.element?.querySelectorAll('button') ?? [])],
      close: (isFocusBack) => {
        this.close(isFocusBack);
      },
    });
  }

  readonly #onClose = (): void => {
    this.close();
  };

  render(label: string, items: TemplateResult): TemplateResult {
    return html`<div
      class="popover menu ${this.#id}-menu"
      part="panel"
      id=${this.#id}
      popover="auto"
      role="menu"
      aria-label=${label}
      @toggle=${this.onToggle}
      @keydown=${this.#keys.onKeyDown}
    >
      ${menuHead(this.element, label, this.#text, this.#onClose)}${items}
    </div>`;
  }
}
