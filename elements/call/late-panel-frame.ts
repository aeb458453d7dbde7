import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Call } from '../../src/call/call.js';
import type { NexChatWithEvent } from '../events/nex-chat-with-event.js';
import type { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';
import { deepActiveElement, isInside } from './late-focus.js';
import { panelWait } from './late-panel-wait.js';
import { panelOfPage } from './panel-of-page.js';
import { LateQualityLink } from './late-quality-link.js';
import { LateSheetGrip } from './late-sheet-grip.js';
import { ownTags } from '../shared/own-tags.js';

type SidePanel = Exclude<Panel, 'quality'>;

export interface PanelFrameOptions {
  readonly host: ReactiveControllerHost & HTMLElement & { readonly call: Call | null; readonly hide: string };
  readonly text: Localizer;
  /** Brings the element of a panel; tried again when it failed. */
  readonly load: Readonly<Record<SidePanel, () => Promise<unknown>>>;
}

/** One panel at a time beside the tiles, or in a sheet from below where it is narrow: opening, loading, focus, closing. */
export class LatePanelFrame {
  readonly #options: PanelFrameOptions;
  readonly #grip: LateSheetGrip;
  readonly #quality: LateQualityLink;
  #open: Panel | '' = '';
  #opener: HTMLElement | null = null;
  #chatTo = '';
  #isLoading = false;
  readonly #failed = new Set<SidePanel>();
  /** A press beside the quality panel closes it before the click on its button comes: that click must not open it again. */
  #atPress: Panel | '' | null = null;

  constructor(options: PanelFrameOptions) {
    this.#options = options;
    const { host, text } = options;
    this.#grip = new LateSheetGrip({
      host,
      text,
      onClose: () => {
        this.close();
      },
    });
    this.#quality = new LateQualityLink(host, () => {
      if (this.#open === 'quality') this.#leave();
    });
    host.addEventListener('nex-chat-with', this.#onChatWith);
    host.addEventListener('pointerdown', this.#onPress, { capture: true });
    host.addEventListener('click', this.#onPressEnd);
    host.addEventListener('keydown', this.#onPressEnd, { capture: true });
  }

  /** The panel that is open; empty: none. */
  get open(): Panel | '' {
    return this.#open;
  }

  /** Opens, closes, or changes to what the event asks for. Focus follows when somebody acted, and only then. */
  toggle({ detail: { panel, isOpen } }: NexPanelToggleEvent): void {
    const before = this.#atPress ?? this.#open;
    const shouldOpen = isOpen ?? before !== panel;
    if (shouldOpen && hiddenParts(this.#options.host.hide).has(panel)) return;
    if (shouldOpen && !this.#turnToPage(panel)) this.#show(panel);
    else if (!shouldOpen && this.#open === panel) this.close();
  }

  close(): void {
    if (this.#open === '') return;
    const hadFocus = this.#holdsFocus();
    this.#leave();
    // Before it is gone, so that the focus never falls to the page.
    if (hadFocus) this.#focusOpener();
  }

  /** The call is over: what was open does not come back with the next one by itself. */
  forget(): void {
    this.#open = '';
    this.#opener = null;
    this.#chatTo = '';
  }

  readonly #onChatWith = (event: NexChatWithEvent): void => {
    if (hiddenParts(this.#options.host.hide).has('chat')) return;
    this.#chatTo = event.detail.participantId;
    if (this.#open !== 'chat' && !this.#turnToPage('chat')) this.#show('chat');
  };

  readonly #onPress = (): void => {
    this.#atPress = this.#open;
  };

  readonly #onPressEnd = (): void => {
    this.#atPress = null;
  };

  /** The page shows it already, at a place of its own: a second one would be one too many. */
  #turnToPage(panel: Panel): boolean {
    const { host } = this.#options;
    const element = panel === 'quality' ? null : panelOfPage(panel, host);
    element?.scrollIntoView({ block: 'nearest' });
    if (this.#isActing) element?.focus({ preventScroll: true });
    return element !== null;
  }

  get #isActing(): boolean {
    const active = deepActiveElement();
    return (active !== null && isInside(active, this.#options.host)) || navigator.userActivation?.isActive !== false;
  }

  #show(panel: Panel): void {
    const { host } = this.#options;
    const active = deepActiveElement();
    const isActing = this.#isActing;
    // From one panel to another: back is where the first one was opened from.
    if (active !== null && isInside(active, host) && !this.#holdsFocus()) this.#opener = active;
    if (panel !== 'chat') this.#chatTo = '';
    this.#open = panel;
    host.requestUpdate();
    if (panel === 'quality') {
      this.#quality.open();
      return;
    }
    this.#quality.close();
    void this.#bring(panel, isActing);
  }

  async #bring(panel: SidePanel, isActing: boolean): Promise<void> {
    const { host, load } = this.#options;
    this.#failed.delete(panel);
    this.#isLoading = customElements.get(ownTags(`nex-${panel}`)) === undefined;
    host.requestUpdate();
    await host.updateComplete;
    if (isActing && this.#open === panel) this.#section?.focus({ preventScroll: true });
    if (this.#isLoading) {
      try {
        await load[panel]();
      } catch {
        this.#failed.add(panel);
      }
      this.#isLoading = false;
      host.requestUpdate();
      await host.updateComplete;
    }
    const element = this.#section?.querySelector<HTMLElement & Partial<ReactiveControllerHost>>(`nex-${panel}`);
    await element?.updateComplete;
    // Not when the visitor went on to something else meanwhile.
    if (element && this.#open === panel && isActing && this.#isFocusHere()) element.focus({ preventScroll: true });
  }

  get #section(): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>('.panel') ?? null;
  }

  #holdsFocus(): boolean {
    const active = this.#options.host.shadowRoot?.activeElement ?? null;
    return active !== null && this.#section?.contains(active) === true;
  }

  #isFocusHere(): boolean {
    return this.#holdsFocus() || document.activeElement === document.body;
  }

  #leave(): void {
    if (this.#open === 'quality') this.#quality.close();
    this.#open = '';
    this.#chatTo = '';
    this.#options.host.requestUpdate();
  }

  #focusOpener(): void {
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected && opener.checkVisibility()) opener.focus({ preventScroll: true });
    else {
      const root = this.#options.host.shadowRoot;
      (root?.querySelector<HTMLElement>(ownTags('nex-controls')) ?? root?.querySelector<HTMLElement>('[data-view-focus]'))?.focus({
        preventScroll: true,
      });
    }
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // While a word is composed, Escape ends that.
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #onRetry = (): void => {
    if (this.#open !== '' && this.#open !== 'quality') void this.#bring(this.#open, true);
  };

  readonly #onClose = (): void => {
    this.close();
  };

  render(): TemplateResult | typeof nothing {
    const open = this.#open;
    if (open === '' || open === 'quality') return nothing;
    if (hiddenParts(this.#options.host.hide).has(open)) {
      this.forget();
      return nothing;
    }
    const { text } = this.#options;
    const isReady = !this.#isLoading && !this.#failed.has(open);
    return html`<section
      class="panel ${this.#grip.isLarge ? 'large' : ''}"
      part="panel"
      aria-label=${text.t(`lateCall.${open}`)}
      aria-busy=${this.#isLoading ? 'true' : 'false'}
      tabindex="-1"
      @keydown=${this.#onKeyDown}
      @focusin=${this.#grip.onFocusIn}
    >
      ${this.#grip.render()}
      ${
        isReady
          ? this.#element(open)
          : panelWait({ panel: open, isLoading: this.#isLoading, text, onClose: this.#onClose, onRetry: this.#onRetry })
      }
    </section>`;
  }

  #element(panel: SidePanel): TemplateResult {
    const { hide } = this.#options.host;
    if (panel === 'chat') return html`<nex-chat closable to=${this.#chatTo}></nex-chat>`;
    if (panel === 'participants') return html`<nex-participants closable hide=${hide}></nex-participants>`;
    return html`<nex-settings closable hide=${hide}></nex-settings>`;
  }
}
