import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import { isFullscreen } from '../shared/toggle-fullscreen.js';

/** How long it stays in sight on the full screen after the last sign of the visitor. */
export const AWAY_AFTER_MS = 3_000;
/** A tap that brings it back must not press what comes up under the finger. */
const TAP_MS = 400;

/**
 * On the full screen the toolbar goes out of sight when nobody uses it. It is only not painted: screen readers and Tab
 * still find it, which bring it back.
 */
export class LateAutoHide {
  readonly #host: HTMLElement;
  readonly #owner: Element;
  #scope: Scope | null = null;
  #stopTimer: () => void = () => undefined;

  constructor(host: HTMLElement, owner: Element, scope: Scope) {
    this.#host = host;
    this.#owner = owner;
    scope.listen(owner, 'fullscreenchange', this.#onFullscreen);
    scope.add(() => {
      this.#end();
    });
    this.#onFullscreen();
  }

  readonly #onFullscreen = (): void => {
    this.#end();
    if (!isFullscreen(this.#owner)) return;
    this.#scope = new Scope(systemClock);
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) this.#scope.listen(this.#owner, type, this.#onSign, { capture: true });
    this.#onSign();
  };

  readonly #onSign = (): void => {
    this.#stopTimer();
    const place = this.#place;
    if (place?.classList.contains('away') === true) {
      place.classList.remove('away');
      place.classList.add('coming');
      this.#scope?.after(TAP_MS, () => place.classList.remove('coming'));
    }
    this.#stopTimer = this.#scope?.after(AWAY_AFTER_MS, this.#onQuiet) ?? this.#stopTimer;
  };

  readonly #onQuiet = (): void => {
    // A focus that a mouse left behind is not one that somebody looks for.
    const isUsed = this.#host.matches(':hover') || this.#host.shadowRoot?.querySelector(':focus-visible, [popover="auto"]:popover-open') != null;
    const hasSlotted = this.#host.querySelector(':focus-visible') !== null;
    if (isUsed || hasSlotted) this.#onSign();
    else this.#place?.classList.add('away');
  };

  get #place(): Element | null {
    return this.#host.shadowRoot?.querySelector('.place') ?? null;
  }

  #end(): void {
    this.#stopTimer();
    this.#scope?.close();
    this.#scope = null;
    this.#place?.classList.remove('away', 'coming');
  }
}
