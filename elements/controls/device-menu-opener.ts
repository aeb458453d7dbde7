import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { DeviceKind, DeviceState } from './device-groups.js';
import type { DeviceMenu, MenuFocus } from './device-menu.js';

/** The chevron of a toggle. Its menu comes when somebody is about to open it. */
export class DeviceMenuOpener implements ReactiveController {
  readonly #host: LitElement;
  readonly #kind: 'microphone' | 'camera';
  readonly #onChoose: (kind: DeviceKind, id: string | null) => void;
  #menu: DeviceMenu | undefined;
  #isOpen = false;
  #wasOpenWhenPressed = false;

  constructor(host: LitElement, kind: 'microphone' | 'camera', onChoose: (kind: DeviceKind, id: string | null) => void) {
    this.#host = host;
    this.#kind = kind;
    this.#onChoose = onChoose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  render(state: DeviceState, text: Localizer): TemplateResult {
    const label = text.t(`controls.${this.#kind}Menu`);
    return html`
      <button
        type="button"
        class="chevron"
        part="button"
        id="${this.#id}-opener"
        aria-haspopup="menu"
        aria-expanded=${this.#isOpen ? 'true' : 'false'}
        aria-label=${label}
        @pointerenter=${this.#load}
        @focus=${this.#load}
        @pointerdown=${this.#onPress}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      >
        ${icons.chevron}<span class="tip" aria-hidden="true">${label}</span>
      </button>
      ${this.#menu?.render(this.#kind, label, state, text) ?? nothing}
    `;
  }

  get #id(): string {
    return `${this.#kind}-menu`;
  }

  readonly #load = async (): Promise<void> => {
    if (this.#menu) return;
    // Not loaded (the network is gone): the next press tries again.
    const loaded = await import('./device-menu.js').catch(() => null);
    if (loaded)
      this.#menu ??= new loaded.DeviceMenu({
        host: this.#host,
        id: this.#id,
        onChoose: this.#onChoose,
        onToggle: (isOpen) => {
          this.#isOpen = isOpen;
          this.#host.requestUpdate();
        },
      });
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  };

  async #open(focus: MenuFocus): Promise<void> {
    await this.#load();
    if (this.#host.isConnected) this.#menu?.open(focus);
  }

  readonly #onPress = (): void => {
    this.#wasOpenWhenPressed = this.#isOpen;
  };

  /** A press beside an open menu closes it before the click comes: that click must not open it again. */
  readonly #onClick = (event: MouseEvent): void => {
    if (event.detail > 0 ? this.#wasOpenWhenPressed : this.#isOpen) this.#menu?.close();
    else void this.#open('chosen');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    void this.#open(event.key === 'ArrowDown' ? 'first' : 'last');
  };
}
