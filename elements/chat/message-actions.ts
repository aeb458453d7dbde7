import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Call, ChatMessage } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';
import { RovingFocus } from '../shared/roving-focus.js';
import { senderName } from './message-words.js';
import type { RowFocus } from './row-focus.js';

export interface MessageActionsOptions {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly text: Localizer;
  readonly rows: RowFocus;
  readonly say: (words: string) => void;
  readonly onReply: (call: Call, message: ChatMessage) => void;
}

/** Reply, copy, delete: over the message in question, and outside of the log, which would read them out with each message. */
export class MessageActions {
  readonly #options: MessageActionsOptions;
  readonly #roving: RovingFocus;
  /** Asked once more before it is gone for everybody. */
  #confirmedId: string | null = null;

  constructor(options: MessageActionsOptions) {
    this.#options = options;
    this.#roving = new RovingFocus(options.host, () => [...(this.#bar?.querySelectorAll('button') ?? [])]);
  }

  get #bar(): HTMLElement | null {
    return this.#options.host.shadowRoot?.querySelector<HTMLElement>('.actions') ?? null;
  }

  /** To be called after rendering: puts them at the message. */
  place(): void {
    const bar = this.#bar;
    const row = this.#options.rows.activeRow;
    const box = bar?.offsetParent;
    if (!bar || !row || !box) return;
    const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    bar.style.setProperty('inset-block-start', `${Math.max(0, top - bar.offsetHeight / 2)}px`);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    this.#roving.onKeyDown(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#options.rows.focusActive();
  };

  #copy(message: ChatMessage): void {
    const { text, say } = this.#options;
    navigator.clipboard.writeText(message.text).then(
      () => {
        say(text.t('chat.copied'));
      },
      () => {
        say(text.t('chat.notCopied'));
      },
    );
  }

  #delete(call: Call, message: ChatMessage): void {
    const { host, rows, text, say } = this.#options;
    if (this.#confirmedId !== message.id) {
      this.#confirmedId = message.id;
      host.requestUpdate();
      return;
    }
    this.#confirmedId = null;
    rows.focusActive();
    call.deleteMessage(message.id).catch(() => {
      say(text.t('chat.notDeleted'));
    });
  }

  render(call: Call, message: ChatMessage | undefined, canSend: boolean): TemplateResult | typeof nothing {
    const { text, onReply } = this.#options;
    if (!message || message.isDeleted) return nothing;
    if (this.#confirmedId !== message.id) this.#confirmedId = null;
    const isConfirming = this.#confirmedId !== null;
    const button = (icon: TemplateResult, label: string, onClick: () => void): TemplateResult =>
      html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${onClick}>${icon}</button>`;
    return html`<div
      class="actions"
      role="toolbar"
      aria-label=${text.t('chat.actions', { name: senderName(message, text) })}
      @keydown=${this.#onKeyDown}
      @focusin=${this.#roving.onFocusIn}
    >
      ${
        canSend && !isConfirming
          ? button(panelIcons.reply, text.t('chat.reply'), () => {
              onReply(call, message);
            })
          : nothing
      }
      ${
        isConfirming
          ? nothing
          : button(icons.copy, text.t('chat.copy'), () => {
              this.#copy(message);
            })
      }
      ${
        message.isOwn && canSend
          ? html`<button
              type="button"
              class=${isConfirming ? 'button danger small' : 'icon'}
              aria-label=${text.t(isConfirming ? 'chat.reallyDelete' : 'chat.delete')}
              title=${text.t('chat.delete')}
              @click=${() => {
                this.#delete(call, message);
              }}
            >
              ${panelIcons.trash}${isConfirming ? html`<span>${text.t('chat.reallyDelete')}</span>` : nothing}
            </button>`
          : nothing
      }
    </div>`;
  }
}
