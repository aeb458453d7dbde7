import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call } from '../../src/call/call.js';
import type { NexChatWithEvent } from '../events/nex-chat-with-event.js';
import { baseStyles } from '../shared/base.styles.js';
import { NexElement } from '../shared/nex-element.js';
import { panelHead } from '../shared/panel-head.js';
import { panelIcons } from '../shared/panel-icons.js';
import { panelStyles } from '../shared/panel.styles.js';
import { lateSelectStyles } from '../shared/late-select.styles.js';
import { addTexts } from '../shared/text-store.js';
import { enChat } from '../shared/texts/en-chat.js';
import { AboveKeyboard } from './above-keyboard.js';
import { ChatComposer } from './chat-composer.js';
import { firstUnread, isSameChat, selectChat, type ChatState } from './chat-state.js';
import { chatStyles } from './chat.styles.js';
import { composerStyles } from './composer.styles.js';
import { InSight } from './in-sight.js';
import { MessageActions } from './message-actions.js';
import { messageLog } from './message-log.js';
import { RowFocus } from './row-focus.js';
import { StayAtEnd } from './stay-at-end.js';

addTexts(enChat);

/**
 * The chat of the call: what was said, to everybody or to the visitor alone, and where to write. Fills the box it is given.
 *
 * @event {NexPanelToggleEvent} nex-panel-toggle - the close button was pressed
 * @csspart heading - its title
 * @csspart messages - the log
 * @csspart composer - where a message is written
 */
export class NexChat extends NexElement {
  static override styles = [...baseStyles, panelStyles, lateSelectStyles, chatStyles, composerStyles];

  /** Shows a close button. */
  @property({ type: Boolean }) closable = false;
  /** Id of the only participant to write to; empty: everybody. The visitor can change it. */
  @property() to = '';

  /** For screen readers: what became of something the visitor did here. */
  @state() private spoken = '';

  readonly #state = this.select(selectChat, isSameChat);
  readonly #inSight = new InSight(this);
  readonly #keyboard = new AboveKeyboard(this);
  readonly #end = new StayAtEnd(this);
  readonly #rows = new RowFocus(this);
  readonly #say = (words: string): void => {
    // The same words once more are said once more.
    this.spoken = words === this.spoken ? `${words}\u00a0` : words;
  };
  readonly #composer = new ChatComposer({ host: this, text: this.text, say: this.#say });
  readonly #actions = new MessageActions({
    host: this,
    text: this.text,
    rows: this.#rows,
    say: this.#say,
    onReply: (call, message) => {
      this.#composer.reply(call, message);
    },
  });
  /** Names by id, kept for those who leave. */
  readonly #names = new Map<string, string>();
  #scope: Scope | undefined;
  #wasInSight = false;
  #dividerId: string | null = null;
  #shownCall: Call | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scope = new Scope(systemClock);
    this.#scope.listen(this.ownerDocument, 'nex-chat-with', this.#onChatWith);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scope?.close();
    this.#wasInSight = false;
  }

  /** Where a message is written; where touching opens a keyboard on the screen, the title instead. */
  override focus(options?: FocusOptions): void {
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const field = this.renderRoot.querySelector('textarea');
    (isTouch || !field ? this.renderRoot.querySelector<HTMLElement>('h2') : field)?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const call = this.activeCall;
    const state = this.#state.value;
    if (!call || !state) return;
    if (call !== this.#shownCall) this.#names.clear();
    this.#shownCall = call;
    if (changed.has('to') && this.to !== '') this.#composer.turnTo(call, this.to);
    for (const { id, name } of state.others) this.#names.set(id, name);
    for (const { participantId, name } of state.messages) if (!this.#names.has(participantId)) this.#names.set(participantId, name);
    this.#end.take(state.messages);
    // What came while nobody looked stays marked until the chat is out of sight again.
    if (!this.#wasInSight && this.#inSight.value) this.#dividerId = firstUnread(state.messages, state.unread);
  }

  protected override updated(): void {
    const call = this.activeCall;
    const state = this.#state.value;
    const isInSight = this.#inSight.value;
    if (!call || !state) return;
    // Who was reading further up finds that place again when they come back to the page.
    if (isInSight && !this.#wasInSight && this.#end.isAtEnd) this.#end.begin(state.messages, state.unread);
    else this.#end.follow();
    this.#wasInSight = isInSight;
    this.#actions.place();
    if (isInSight && state.unread > 0) call.markRead();
  }

  readonly #onChatWith = (event: Event): void => {
    const { participantId } = (event as NexChatWithEvent).detail;
    const call = this.activeCall;
    if (!call?.state.participants.some(({ id }) => id === participantId)) return;
    this.#composer.turnTo(call, participantId);
    this.#composer.focus();
  };

  readonly #onLogClick = (event: MouseEvent): void => {
    this.#rows.onClick(event);
    const [target] = event.composedPath();
    const quote = target instanceof Element ? target.closest<HTMLElement>('[data-goes-to]') : null;
    const id = quote?.dataset['goesTo'];
    if (id !== undefined) this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  protected override render(): TemplateResult {
    const call = this.activeCall;
    const state = this.#state.value;
    const { text } = this;
    return html`
      ${panelHead({ host: this, panel: 'chat', title: text.t('chat.title'), close: this.closable ? text.t('chat.close') : null })}
      ${call && state ? this.#renderChat(call, state) : html`<p class="calm scroll">${text.t('call.empty')}</p>`}
      <div class="visually-hidden" role="status">${this.spoken}</div>
    `;
  }

  #renderChat(call: Call, state: ChatState): TemplateResult {
    const { text } = this;
    const { messages, others, canSend } = state;
    const active = messages.find(({ id }) => id === this.#rows.activeId);
    const calm = messages.length > 0 ? null : others.length === 0 && canSend ? 'chat.alone' : 'chat.empty';
    return html`<div class="middle">
        <div class="scroll" @scroll=${this.#end.onScroll} @pointerleave=${this.#rows.onPointerLeave} @focusout=${this.#rows.onFocusOut}>
          ${calm === null ? nothing : html`<p class="calm">${panelIcons.chat}<span>${text.t(calm)}</span></p>`}
          <div
            class="log"
            part="messages"
            role="log"
            aria-label=${text.t('chat.log')}
            @keydown=${this.#rows.onKeyDown}
            @focusin=${this.#rows.onFocusIn}
            @pointerover=${this.#rows.onPointerOver}
            @click=${this.#onLogClick}
          >
            ${guard([messages, this.#dividerId, text.wordsLang, others], () =>
              messageLog({ messages, dividerId: this.#dividerId, nameOf: (id) => this.#names.get(id) ?? '', text, now: Date.now() }),
            )}
          </div>
          ${this.#actions.render(call, active, canSend)}
        </div>
        ${
          this.#end.newCount === 0
            ? nothing
            : html`<button type="button" class="button small newer" @click=${this.#end.toEnd}>
                ${panelIcons.down}<span>${text.t('chat.newMessages', { count: this.#end.newCount })}</span>
              </button>`
        }
      </div>
      <div @focusin=${this.#keyboard.measure} @focusout=${this.#keyboard.measure}>${this.#composer.render(call, state)}</div>`;
  }
}
