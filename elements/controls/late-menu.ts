import { html, type TemplateResult } from 'lit';
import { ButtonPopover } from './button-popover.js';
import { MenuKeys } from './menu-keys.js';

/** A menu that belongs to a button: a popover with the keyboard of a menu. Every button in it is an item. */
export class LateMenu extends ButtonPopover {
  readonly #id: string;
  readonly #keys: MenuKeys;

  constructor(host: HTMLElement & { requestUpdate(): void }, id: string) {
    super({ host, id, focus: (popover) => popover.querySelector<HTMLElement>('button') });
    this.#id = id;
    this.#keys = new MenuKeys({
      items: () => [...(this.element?.querySelectorAll('button') ?? [])],
      close: (isFocusBack) => {
        this.close(isFocusBack);
      },
    });
  }

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
      ${items}
    </div>`;
  }
}
