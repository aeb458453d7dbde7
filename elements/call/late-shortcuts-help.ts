import { html, nothing, render, type TemplateResult } from 'lit';
import type { Layout } from '../../src/call/call-options.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { icons } from '../shared/icons.js';
import { Localizer, type TextKey } from '../shared/localize.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import type { Shortcut, ShortcutKeys } from '../shared/shortcut-keys.js';
import { addTexts } from '../shared/text-store.js';
import { enMoreControls } from '../shared/texts/en-more-controls.js';
import type { ShortcutHost } from './shortcut-host.js';
import { lateShortcutsHelpStyles } from './late-shortcuts-help.styles.js';
import { ownTags } from '../shared/own-tags.js';

addTexts(enMoreControls);

/** What each key does, in the order of the list. */
const WORDS = {
  microphone: 'moreControls.keyMicrophone',
  camera: 'moreControls.keyCamera',
  talk: 'moreControls.keyTalk',
  screen: 'moreControls.keyScreen',
  hand: 'moreControls.keyHand',
  chat: 'moreControls.chat',
  participants: 'moreControls.people',
  layout: 'moreControls.keyLayout',
  quality: 'moreControls.quality',
  fullscreen: 'moreControls.keyFullscreen',
  tiles: 'moreControls.keyTiles',
  help: 'moreControls.keyHelp',
} as const satisfies Readonly<Record<Shortcut, TextKey>>;

const LAYOUT_WORDS = {
  auto: 'moreControls.layoutAuto',
  grid: 'moreControls.layoutGrid',
  speaker: 'moreControls.layoutSpeaker',
  sidebar: 'moreControls.layoutSidebar',
} as const satisfies Readonly<Record<Layout, TextKey>>;

/** The list of keys: a dialog that lies over the call and holds the focus there; the page around goes on. */
export class LateShortcutsHelp {
  readonly #host: ShortcutHost;
  readonly #isPossible: (shortcut: Shortcut) => boolean;
  readonly #text: Localizer;
  readonly #place = document.createElement('div');
  readonly #region = document.createElement('div');
  #keys: ShortcutKeys['keys'] | null = null;
  #cameFrom: HTMLElement | null = null;
  #inert: readonly Element[] = [];

  constructor(host: ShortcutHost, isPossible: (shortcut: Shortcut) => boolean) {
    this.#host = host;
    this.#isPossible = isPossible;
    this.#text = new Localizer(host);
    adoptStyles(host.shadowRoot, lateShortcutsHelpStyles);
    this.#region.className = 'visually-hidden';
    this.#region.setAttribute('role', 'status');
    this.#place.className = 'keys-place';
    // Inside of the box whose size and text it goes by.
    host.shadowRoot?.querySelector('.base')?.append(this.#place);
    host.shadowRoot?.append(this.#region);
  }

  /** A change that is seen, but has no button that could say it. */
  sayLayout(layout: Layout): void {
    this.#region.textContent = this.#text.t('moreControls.layoutIs', { layout: this.#text.t(LAYOUT_WORDS[layout]) });
  }

  open(keys: ShortcutKeys['keys']): void {
    if (this.#keys) return;
    this.#keys = keys;
    this.#cameFrom = focusedElement();
    this.#render();
    // Not what tells the news: words about a lost connection are heard behind the list too.
    this.#inert = [...(this.#host.shadowRoot?.querySelectorAll(ownTags('.base > :not(nex-status, .keys-place, [inert])')) ?? [])];
    for (const element of this.#inert) element.toggleAttribute('inert', true);
    this.#place.querySelector<HTMLElement>('[role="dialog"]')?.focus();
  }

  refresh(): void {
    if (this.#keys) this.#render();
  }

  close(): void {
    if (!this.#keys) return;
    this.#keys = null;
    for (const element of this.#inert) element.removeAttribute('inert');
    this.#render();
    this.#cameFrom?.focus();
    // What had the focus may be gone.
    if (!this.#host.matches(':focus-within'))
      this.#host.shadowRoot?.querySelector<HTMLElement>('[data-view-focus]')?.focus({ preventScroll: true });
  }

  readonly #onClose = (): void => {
    this.close();
  };

  readonly #onCover = (event: Event): void => {
    if (event.target === event.currentTarget) this.close();
  };

  readonly #onUse = (event: Event): void => {
    shortcutChoices.set({ ...shortcutChoices.value, isOn: (event.target as HTMLInputElement).checked });
    this.#render();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // Nothing behind it is to be operated.
    event.stopPropagation();
    if (event.key === 'Tab') {
      event.preventDefault();
      const stops = [...this.#place.querySelectorAll<HTMLElement>('button, .keys-list, input')];
      const index = stops.findIndex((stop) => event.composedPath().includes(stop));
      const next = event.shiftKey ? (index <= 0 ? stops.length - 1 : index - 1) : (index + 1) % stops.length;
      stops[next]?.focus();
    } else if (event.key === 'Escape' || event.key === '?') {
      event.preventDefault();
      this.close();
    }
  };

  #render(): void {
    render(this.#keys ? this.#template(this.#keys) : nothing, this.#place);
  }

  #template(keys: ShortcutKeys['keys']): TemplateResult {
    const { isOn } = shortcutChoices.value;
    const shown = (Object.keys(WORDS) as Shortcut[]).filter((shortcut) => keys[shortcut] !== null && this.#isPossible(shortcut));
    return html`<div class="keys-cover" @click=${this.#onCover} @keydown=${this.#onKey}>
      <div
        class="keys-dialog"
        part="panel"
        role="dialog"
        aria-modal="true"
        aria-labelledby="keys-title"
        tabindex="-1"
        dir=${this.#direction}
      >
        <div class="keys-head">
          <h2 id="keys-title">${this.#text.t('moreControls.shortcuts')}</h2>
          <button type="button" class="keys-close" aria-label=${this.#text.t('moreControls.close')} @click=${this.#onClose}>
            ${icons.close}
          </button>
        </div>
        <div class="keys-list" tabindex="0" role="group" aria-labelledby="keys-title" ?data-off=${!isOn}>
          <dl>
            ${shown.map(
              (shortcut) =>
                html`<div class="keys-row">
                  <dt>${this.#text.t(WORDS[shortcut])}</dt>
                  <dd><kbd>${this.#keyName(keys[shortcut] ?? '')}</kbd></dd>
                </div>`,
            )}
          </dl>
        </div>
        <div class="keys-foot">
          ${
            shown.length === 0
              ? html`<p>${this.#text.t('moreControls.keysOffHere')}</p>`
              : html`<label class="keys-use"
                    ><input type="checkbox" .checked=${isOn} @change=${this.#onUse} />${this.#text.t('moreControls.keysUse')}</label
                  >
                  <p>${this.#text.t('moreControls.keysHint')}</p>`
          }
        </div>
      </div>
    </div>`;
  }

  /** The call may be written from right to left inside of a page that is not. */
  get #direction(): string {
    const base = this.#host.shadowRoot?.querySelector('.base');
    return base ? getComputedStyle(base).direction : 'ltr';
  }

  #keyName(key: string): string {
    if (key === ' ') return this.#text.t('moreControls.space');
    return key === '1-9' ? this.#text.t('moreControls.digits') : key.toUpperCase();
  }
}

function focusedElement(): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : null;
}
