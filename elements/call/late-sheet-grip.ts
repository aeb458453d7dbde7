import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';

export interface SheetGripOptions {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly text: Localizer;
  readonly onClose: () => void;
}

/** Less than this is a press, not a drag. */
const DRAG_PX = 8;
/** Dragged to less than this part of its height the sheet closes; to more than that part it becomes large. */
const CLOSE_BELOW = 0.6;
const LARGE_ABOVE = 1.15;

/** The grip of the sheet: a button that makes it larger and smaller, and a handle to drag it larger, smaller, and shut. */
export class LateSheetGrip {
  readonly #options: SheetGripOptions;
  #isLarge = false;
  #drag: { readonly fromY: number; readonly height: number; isMoved: boolean } | null = null;
  #isClickSpent = false;

  constructor(options: SheetGripOptions) {
    this.#options = options;
  }

  get isLarge(): boolean {
    return this.#isLarge;
  }

  get #sheet(): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>('.panel') ?? null;
  }

  /** Typing on a touch screen brings its keyboard, which leaves a small sheet no room. */
  readonly onFocusIn = (event: Event): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLTextAreaElement && matchMedia('(pointer: coarse)').matches) this.#become(true);
  };

  #become(isLarge: boolean): void {
    if (isLarge === this.#isLarge) return;
    this.#isLarge = isLarge;
    this.#options.host.requestUpdate();
  }

  readonly #onDown = (event: PointerEvent): void => {
    const sheet = this.#sheet;
    if (!sheet || event.button !== 0) return;
    this.#isClickSpent = false;
    this.#drag = { fromY: event.clientY, height: sheet.offsetHeight, isMoved: false };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    const by = drag.fromY - event.clientY;
    if (Math.abs(by) > DRAG_PX) drag.isMoved = true;
    if (drag.isMoved) this.#sheet?.style.setProperty('--_sheet', `${Math.max(0, drag.height + by)}px`);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag?.isMoved) return;
    this.#isClickSpent = true;
    this.#sheet?.style.removeProperty('--_sheet');
    const part = (drag.height + drag.fromY - event.clientY) / drag.height;
    if (part < CLOSE_BELOW && !this.#isLarge) this.#options.onClose();
    else if (part < CLOSE_BELOW / 2) this.#options.onClose();
    else if (part < 1 / LARGE_ABOVE) this.#become(false);
    else if (part > LARGE_ABOVE) this.#become(true);
  };

  readonly #onCancel = (): void => {
    this.#drag = null;
    this.#sheet?.style.removeProperty('--_sheet');
  };

  readonly #onClick = (): void => {
    if (!this.#isClickSpent) this.#become(!this.#isLarge);
    this.#isClickSpent = false;
  };

  render(): TemplateResult {
    const label = this.#options.text.t(this.#isLarge ? 'lateCall.shrink' : 'lateCall.enlarge');
    return html`<button
      type="button"
      class="grip"
      aria-label=${label}
      title=${label}
      @click=${this.#onClick}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onCancel}
    ></button>`;
  }
}
