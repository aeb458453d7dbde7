import { html, nothing, type TemplateResult } from 'lit';
import { systemClock, type Clock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { placePopover } from '../shared/place-popover.js';

/** How long the hint stays when nobody touches it. */
export const HINT_MS = 6_000;
/** The hint does not come again before this time is over. */
export const HINT_PAUSE_MS = 30_000;

interface BubbleOptions {
  readonly host: HTMLElement & { requestUpdate(): void };
  readonly text: Localizer;
  readonly onUnmute: () => void;
  readonly say: (words: string) => void;
  readonly clock?: Clock;
}

/** The bubble at the microphone: that one speaks while muted, or that the key to talk is held. */
export class LateBubble {
  readonly #options: BubbleOptions;
  readonly #clock: Clock;
  #kind: 'muted' | 'talking' | null = null;
  #wasSpeaking = false;
  #shownAt = -Infinity;
  #scope: Scope | null = null;

  constructor(options: BubbleOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Told of every change: whether somebody speaks into a microphone that is off. */
  setSpeakingMuted(isSpeaking: boolean): void {
    const starts = isSpeaking && !this.#wasSpeaking;
    this.#wasSpeaking = isSpeaking;
    if (!starts || this.#kind !== null || this.#clock.now() - this.#shownAt < HINT_PAUSE_MS) return;
    this.#shownAt = this.#clock.now();
    this.#show('muted');
    this.#options.say(this.#options.text.t('moreControls.mutedSaid'));
  }

  /** The microphone is on: there is nothing to hint at. */
  setMicrophoneOn(): void {
    if (this.#kind === 'muted') this.hide();
  }

  setTalking(isTalking: boolean): void {
    if (isTalking) this.#show('talking');
    else if (this.#kind === 'talking') this.hide();
  }

  hide(): void {
    this.#scope?.close();
    this.#scope = null;
    this.#kind = null;
    this.#options.host.requestUpdate();
  }

  render(): TemplateResult {
    const { text } = this.#options;
    return html`<div class="bubble" id="bubble" popover="manual">
      ${this.#kind === 'talking' ? html`${icons.mic}<span>${text.t('moreControls.release')}</span>` : nothing}
      ${this.#kind === 'muted'
        ? html`${icons.micOff}<span>${text.t('moreControls.muted')}</span>
            <button type="button" class="bubble-button" part="button" @click=${this.#onUnmute}>${text.t('moreControls.unmute')}</button>`
        : nothing}
    </div>`;
  }

  /** After rendering: opens or closes what is rendered. */
  settle(): void {
    const bubble = this.#element;
    const isOpen = bubble?.matches(':popover-open') === true;
    if (bubble && this.#kind !== null && !isOpen) {
      bubble.showPopover();
      this.#place();
    } else if (bubble && this.#kind === null && isOpen) bubble.hidePopover();
  }

  get #element(): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>('#bubble') ?? null;
  }

  #show(kind: 'muted' | 'talking'): void {
    this.#scope?.close();
    this.#kind = kind;
    const scope = new Scope(this.#clock);
    this.#scope = scope;
    scope.listen(window, 'resize', this.#place);
    if (kind === 'muted') this.#hideLater(scope);
    this.#options.host.requestUpdate();
  }

  #hideLater(scope: Scope): void {
    scope.after(HINT_MS, () => {
      // Somebody is about to press it.
      if (this.#element?.matches(':hover, :focus-within') === true) this.#hideLater(scope);
      else this.hide();
    });
  }

  readonly #place = (): void => {
    const microphone = this.#options.host.shadowRoot?.querySelector('.microphone');
    if (this.#element && microphone) placePopover(this.#element, microphone);
  };

  readonly #onUnmute = (): void => {
    this.hide();
    // The button that had the focus is gone.
    this.#options.host.shadowRoot?.querySelector<HTMLElement>('.microphone')?.focus();
    this.#options.onUnmute();
  };
}
