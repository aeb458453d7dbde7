import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { LIMITS } from '../../src/base/limits.js';
import type { Call, ChatMessage } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';
import { chatDraft } from './chat-draft.js';
import type { ChatState } from './chat-state.js';
import { excerpt, senderName } from './message-words.js';

/** From here on the visitor sees how many characters are left. */
const COUNTER_FROM = 200;
/** At these a screen reader says so too. */
const STEPS = [0, 20, 100];

export interface ChatComposerOptions {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly text: Localizer;
  /** Says something to screen readers. */
  readonly say: (words: string) => void;
}

/** Where a message is written: to whom, in answer to what, and what became of sending it. */
export class ChatComposer {
  readonly #options: ChatComposerOptions;
  #call: Call | null = null;
  #state: ChatState | null = null;
  #isSending = false;
  #step = Infinity;

  constructor(options: ChatComposerOptions) {
    this.#options = options;
  }

  /** Only that participant from now on; null: everybody. */
  turnTo(call: Call, participantId: string | null): void {
    const draft = chatDraft(call);
    draft.to = participantId;
    draft.toName = call.state.participants.find(({ id }) => id === participantId)?.name ?? '';
    this.#options.host.requestUpdate();
  }

  /** Answers that message; one that was not for everybody is answered to its other reader alone. */
  reply(call: Call, message: ChatMessage): void {
    if (message.to !== null) this.turnTo(call, message.isOwn ? message.to : message.participantId);
    chatDraft(call).replyTo = message.id;
    this.#options.host.requestUpdate();
    void this.#options.host.updateComplete.then(() => {
      this.focus();
    });
  }

  focus(): void {
    this.#field?.focus();
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#options.host.shadowRoot?.querySelector('textarea') ?? null;
  }

  readonly #onInput = (event: Event): void => {
    if (!this.#call) return;
    const draft = chatDraft(this.#call);
    draft.text = (event.target as HTMLTextAreaElement).value;
    this.#countAloud(draft.text.length);
    this.#options.host.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // While a word is composed (Japanese, Chinese, Korean), Enter chooses it. Safari says so by the code 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
    this.focus();
  };

  readonly #onRecipient = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (this.#call) this.turnTo(this.#call, value || null);
  };

  readonly #onCancelReply = (): void => {
    if (!this.#call) return;
    chatDraft(this.#call).replyTo = null;
    this.#options.host.requestUpdate();
    this.focus();
  };

  async #send(): Promise<void> {
    const call = this.#call;
    if (!call || !this.#state?.canSend || this.#isSending) return;
    const draft = chatDraft(call);
    const { text, to, replyTo } = draft;
    const words = text.trim();
    if (words === '' || words.length > LIMITS.chatTextLength || !this.#isHere(to)) return;
    this.#isSending = true;
    draft.hasFailed = false;
    this.#options.host.requestUpdate();
    try {
      await call.send(words, { ...(to === null ? {} : { to }), ...(replyTo === null ? {} : { replyTo }) });
      // What was typed while it was sent stays.
      draft.text = draft.text.startsWith(text) ? draft.text.slice(text.length) : draft.text;
      draft.replyTo = null;
    } catch {
      draft.hasFailed = true;
    }
    this.#isSending = false;
    this.#options.host.requestUpdate();
  }

  #isHere(id: string | null): boolean {
    return id === null || this.#state?.others.some((other) => other.id === id) === true;
  }

  #countAloud(length: number): void {
    const left = LIMITS.chatTextLength - length;
    const step = STEPS.find((limit) => left <= limit) ?? Infinity;
    if (step < this.#step) this.#options.say(this.#countWords(left));
    this.#step = step;
  }

  #countWords(left: number): string {
    const { text } = this.#options;
    return left < 0 ? text.t('chat.tooLong', { count: -left }) : text.t('chat.left', { count: left });
  }

  render(call: Call, state: ChatState): TemplateResult {
    this.#call = call;
    this.#state = state;
    const { text } = this.#options;
    if (!state.canSend) return html`<p class="calm foot">${text.t('chat.notInCall')}</p>`;
    const draft = chatDraft(call);
    const left = LIMITS.chatTextLength - draft.text.trim().length;
    const isHere = this.#isHere(draft.to);
    const name = (state.others.find(({ id }) => id === draft.to)?.name ?? draft.toName) || text.t('chat.guest');
    const cannotSend = draft.text.trim() === '' || left < 0 || !isHere || this.#isSending;
    const hint = draft.to === null ? '' : isHere ? text.t('chat.privateHint', { name }) : text.t('chat.recipientLeft', { name });
    return html`<form class="composer foot" part="composer" @submit=${this.#onSubmit}>
      ${this.#renderFailure(draft.hasFailed)} ${this.#renderReply(state, draft.replyTo)}
      ${this.#renderRecipients(state, draft.to, isHere, name)}
      ${hint === '' ? nothing : html`<p class="hint ${isHere ? '' : 'problem'}" id="hint" role="status">${hint}</p>`}
      <div class="line">
        <textarea
          rows="1"
          aria-label=${text.t('chat.message')}
          aria-describedby="hint count"
          aria-invalid=${left < 0 ? 'true' : 'false'}
          placeholder=${draft.to === null ? text.t('chat.placeholder') : text.t('chat.placeholderTo', { name })}
          dir="auto"
          enterkeyhint="send"
          autocomplete="off"
          .value=${live(draft.text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
        ></textarea>
        <button
          type="submit"
          class="send"
          aria-label=${text.t('chat.send')}
          title=${text.t('chat.send')}
          aria-disabled=${cannotSend ? 'true' : 'false'}
        >
          ${panelIcons.send}
        </button>
      </div>
      ${left <= COUNTER_FROM ? html`<p class="count ${left < 0 ? 'problem' : ''}" id="count">${this.#countWords(left)}</p>` : nothing}
    </form>`;
  }

  #renderFailure(hasFailed: boolean): TemplateResult | typeof nothing {
    const { text } = this.#options;
    if (!hasFailed) return nothing;
    return html`<div class="failure" role="alert">
      ${icons.alert}<span>${text.t('chat.failed')}</span>
      <button type="submit" class="button small">${text.t('chat.retry')}</button>
    </div>`;
  }

  #renderReply(state: ChatState, replyTo: string | null): TemplateResult | typeof nothing {
    const { text } = this.#options;
    const message = replyTo === null ? undefined : state.messages.find(({ id }) => id === replyTo);
    if (!message) return nothing;
    const cancel = text.t('chat.cancelReply');
    return html`<div class="answering">
      ${panelIcons.reply}
      <div class="quote">
        <span class="who">${text.t('chat.replyingTo', { name: senderName(message, text) })}</span>
        <span dir="auto">${excerpt(message, text)}</span>
      </div>
      <button type="button" class="icon" aria-label=${cancel} title=${cancel} @click=${this.#onCancelReply}>${icons.close}</button>
    </div>`;
  }

  /** One who left stays chosen: what was for them alone must not go to everybody. */
  #renderRecipients({ others }: ChatState, to: string | null, isHere: boolean, name: string): TemplateResult | typeof nothing {
    const { text } = this.#options;
    if (others.length === 0 && to === null) return nothing;
    return html`<label class="to ${to === null ? '' : 'private'}">
      <span>${text.t('chat.to')}</span>
      <select aria-label=${text.t('chat.to')} @change=${this.#onRecipient} .value=${live(to ?? '')}>
        <option value="" ?selected=${to === null}>${text.t('chat.everyone')}</option>
        ${others.map((other) => html`<option value=${other.id} ?selected=${other.id === to}>${other.name || text.t('chat.guest')}</option>`)}
        ${isHere ? nothing : html`<option value=${to ?? ''} selected>${text.t('chat.hasLeft', { name })}</option>`}
      </select>
    </label>`;
  }
}
