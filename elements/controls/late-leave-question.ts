import { html, type TemplateResult } from 'lit';
import type { CallState } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';
import { ButtonPopover } from './button-popover.js';

/** What leaving would end besides one's own part in it; null: nothing, so nobody is asked. */
export function endedByLeaving({ status, screen }: Readonly<CallState>): 'screen' | null {
  return (status === 'connected' || status === 'reconnecting') && screen === 'on' ? 'screen' : null;
}

/** Asks beside the button whether to leave, where that ends more than it seems. Enter leaves, Escape stays. */
export class LateLeaveQuestion {
  readonly #text: Localizer;
  readonly #popover: ButtonPopover;
  readonly #onLeave: () => void;

  constructor(host: HTMLElement & { requestUpdate(): void }, text: Localizer, onLeave: () => void) {
    this.#text = text;
    this.#onLeave = onLeave;
    this.#popover = new ButtonPopover({ host, id: 'leave-question', opener: '.leave', focus: (popover) => popover.querySelector<HTMLElement>('.danger') });
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  readonly onPress = this.#onPress.bind(this);

  ask(event: MouseEvent): void {
    this.#popover.onClick(event);
  }

  render(): TemplateResult {
    return html`<div
      class="popover question"
      part="panel"
      id="leave-question"
      popover="auto"
      role="alertdialog"
      aria-labelledby="leave-question-text"
      @toggle=${this.#popover.onToggle}
      @keydown=${this.#onKey}
    >
      <p id="leave-question-text">${this.#text.t('moreControls.leaveSharing')}</p>
      <div class="answers">
        <button type="button" class="button" @click=${this.#onStay}>${this.#text.t('moreControls.stay')}</button>
        <button type="button" class="button danger" @click=${this.#onYes}>${this.#text.t('controls.leaveShort')}</button>
      </div>
    </div>`;
  }

  #onPress(): void {
    this.#popover.onPress();
  }

  readonly #onStay = (): void => {
    this.#popover.close();
  };

  readonly #onYes = (): void => {
    this.#popover.close();
    this.#onLeave();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#popover.close();
    // Two answers: Tab goes from one to the other.
    else if (event.key === 'Tab') (event.composedPath()[0] as HTMLElement).parentElement?.querySelector<HTMLElement>('button:not(:focus)')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
