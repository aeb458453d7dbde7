import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../shared/localize.js';
import { styleOf } from '../shared/style-of.js';
import type { FullArrangement } from './arrange-tiles.js';
import type { StageShares } from './stage-plan.js';

type Split = NonNullable<FullArrangement['split']>;

/** A key moves the border by this share of the height or width. */
const STEP = 0.05;

export interface StageDividerOptions {
  readonly stage: HTMLElement;
  readonly text: Localizer;
  /** The border is elsewhere now; `isStill`: under the pointer, so that nothing glides after it. */
  readonly onMove: (isStill: boolean) => void;
}

/** The border between the large pictures and the others: moved by pointer, finger and keys; a double press or Enter gives it back to the layout. Kept as long as the stage. */
export class StageDivider {
  readonly #options: StageDividerOptions;
  #shares: StageShares = {};
  #split: Split | null = null;
  /** From the pointer to the border, CSS pixels; null while nobody drags. */
  #grip: number | null = null;

  constructor(options: StageDividerOptions) {
    this.#options = options;
  }

  get shares(): StageShares {
    return this.#shares;
  }

  /** The call is another one. */
  forget(): void {
    this.#shares = {};
  }

  render(split: Split | null): TemplateResult | typeof nothing {
    // The border lies another way now: what drags it does not.
    if (split?.isBelow !== this.#split?.isBelow) this.#grip = null;
    this.#split = split;
    if (split === null) return nothing;
    const { text } = this.#options;
    const { gap, isBelow, share, least, most } = split;
    const percent = (value: number): string => String(Math.round(value * 100));
    const place = {
      'inset-inline-start': `${gap.x + gap.width / 2}px`,
      'inset-block-start': `${gap.y + gap.height / 2}px`,
      '--_length': `${isBelow ? gap.width : gap.height}px`,
    };
    return html`<div
      class="divider ${isBelow ? 'below' : 'beside'}"
      part="divider"
      role="separator"
      tabindex="0"
      aria-orientation=${isBelow ? 'horizontal' : 'vertical'}
      aria-label=${text.t('layouts.resize')}
      aria-valuenow=${percent(share)}
      aria-valuemin=${percent(least)}
      aria-valuemax=${percent(most)}
      style=${styleOf(place)}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
      @dblclick=${this.#onReset}
      @keydown=${this.#onKey}
    ></div>`;
  }

  readonly #onDown = (event: PointerEvent): void => {
    const split = this.#split;
    if (split === null || event.button !== 0 || !event.isPrimary) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#grip = this.#along(event, split) - split.share * split.length;
  };

  readonly #onMove = (event: PointerEvent): void => {
    const split = this.#split;
    if (split === null || this.#grip === null) return;
    this.#put(split, (this.#along(event, split) - this.#grip) / split.length, true);
  };

  readonly #onUp = (): void => {
    this.#grip = null;
  };

  readonly #onReset = (): void => {
    this.#shares = {};
    this.#options.onMove(false);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const split = this.#split;
    if (split === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const forward = this.#isRtl ? -1 : 1;
    const steps: Readonly<Record<string, number>> = split.isBelow
      ? { ArrowUp: -1, ArrowDown: 1 }
      : { ArrowLeft: -forward, ArrowRight: forward };
    const step = steps[event.key];
    if (step !== undefined) this.#put(split, split.share + step * STEP, false);
    else if (event.key === 'Home') this.#put(split, split.least, false);
    else if (event.key === 'End') this.#put(split, split.most, false);
    else if (event.key === 'Enter') this.#onReset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #put({ isBelow, least, most }: Split, wanted: number, isStill: boolean): void {
    const share = Math.min(most, Math.max(least, wanted));
    this.#shares = isBelow ? { ...this.#shares, below: share } : { ...this.#shares, beside: share };
    this.#options.onMove(isStill);
  }

  /** From the upper or the inline-start edge of the stage, CSS pixels. */
  #along({ clientX, clientY }: PointerEvent, { isBelow }: Split): number {
    const { top, left, right } = this.#options.stage.getBoundingClientRect();
    if (isBelow) return clientY - top;
    return this.#isRtl ? right - clientX : clientX - left;
  }

  get #isRtl(): boolean {
    return getComputedStyle(this.#options.stage).direction === 'rtl';
  }
}
