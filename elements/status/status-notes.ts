import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Scope } from '../../src/base/scope.js';
import type { Call, DeviceMove } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { addTexts } from '../shared/text-store.js';
import { enNotes } from '../shared/texts/en-notes.js';
import { PicturesNote } from './pictures-note.js';
import { powerReason, type PowerReason } from './power-reason.js';

addTexts(enNotes);

/** Long enough to read a device's name twice. */
export const MOVED_MS = 8000;
/** What changed at the same time is said first: it is what the visitor did. */
export const POWER_DELAY_MS = 1500;

export interface StatusNotesOptions {
  /** Shows them. */
  readonly host: ReactiveControllerHost;
  readonly call: Call;
  /** Lasts as long as the call is followed. */
  readonly scope: Scope;
  readonly text: Localizer;
  readonly say: (words: string, isUrgent: boolean) => void;
  /** What happened before these were loaded. */
  readonly moved: DeviceMove | null;
}

/** What is good to know and asks for nothing: less video is sent, or none, another microphone is in use. Loaded when there is any. */
export class StatusNotes {
  readonly #options: StatusNotesOptions;
  readonly #said = new Set<PowerReason>();
  readonly #dismissed = new Set<PowerReason>();
  readonly #pictures: PicturesNote;
  #moved: DeviceMove | null = null;
  #forget = (): void => undefined;

  constructor(options: StatusNotesOptions) {
    this.#options = options;
    const { host, call, scope, text, say, moved: first } = options;
    this.#pictures = new PicturesNote({
      call,
      scope,
      onChange: (note) => {
        host.requestUpdate();
        if (note !== null) say(text.t(`notes.${note}`), false);
      },
    });
    scope.add(call.subscribe(powerReason, this.#handlePower));
    scope.add(
      call.on('device-changed', ({ moved }) => {
        if (moved) this.#handleMoved(moved);
      }),
    );
    this.#handlePower(powerReason(call.state));
    if (first) this.#handleMoved(first);
  }

  render(): TemplateResult | typeof nothing {
    if (this.#moved) {
      // The name is told apart from the words around it, whatever direction they run in.
      const [before, after] = this.#options.text.t('notes.nowUsing', { device: '{device}' }).split('{device}');
      return this.#note(
        html`${icons.mic}
          <p class="words">${before}<bdi>${this.#nameOf(this.#moved)}</bdi>${after}</p>`,
        () => {
          this.#showMoved(null);
        },
      );
    }
    const { note } = this.#pictures;
    if (note !== null)
      return this.#note(this.#words(note), () => {
        this.#pictures.dismiss();
      });
    const reason = powerReason(this.#options.call.state);
    if (reason === null || this.#dismissed.has(reason)) return nothing;
    return this.#note(this.#words(reason), () => {
      this.#dismissed.add(reason);
      this.#options.host.requestUpdate();
    });
  }

  #words(note: PowerReason | 'paused' | 'back'): TemplateResult {
    return html`${icons.camera}
      <p class="words">${this.#options.text.t(`notes.${note}`)}</p>`;
  }

  #note(content: TemplateResult, onClose: () => void): TemplateResult {
    return html`<div class="banner note" part="banner" data-kind="note">
      ${content}
      <button type="button" class="close" aria-label=${this.#options.text.t('status.dismiss')} @click=${onClose}>${icons.close}</button>
    </div>`;
  }

  #handleMoved(moved: DeviceMove): void {
    const { scope, say, text } = this.#options;
    say(text.t('notes.nowUsing', { device: this.#nameOf(moved) }), false);
    this.#forget();
    this.#forget = scope.after(MOVED_MS, () => {
      this.#showMoved(null);
    });
    this.#showMoved(moved);
  }

  readonly #handlePower = (reason: PowerReason | null): void => {
    const { host, call, scope, say, text } = this.#options;
    host.requestUpdate();
    if (reason === null || this.#said.has(reason)) return;
    this.#said.add(reason);
    scope.after(POWER_DELAY_MS, () => {
      if (powerReason(call.state) === reason) say(text.t(`notes.${reason}`), false);
      else this.#said.delete(reason);
    });
  };

  #showMoved(moved: DeviceMove | null): void {
    this.#moved = moved;
    this.#options.host.requestUpdate();
  }

  #nameOf({ device }: DeviceMove): string {
    return device?.label || this.#options.text.t('notes.otherDevice');
  }
}
