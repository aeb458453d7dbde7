import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { NexChatWithEvent } from '../events/nex-chat-with-event.js';
import { baseStyles } from '../shared/base.styles.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import { InviteLink } from '../shared/invite-link.js';
import { NexElement } from '../shared/nex-element.js';
import { panelHead } from '../shared/panel-head.js';
import { panelIcons } from '../shared/panel-icons.js';
import { panelStyles } from '../shared/panel.styles.js';
import { participantHue } from '../shared/participant-hue.js';
import { addTexts } from '../shared/text-store.js';
import { enParticipants } from '../shared/texts/en-participants.js';
import { participantsStyles } from './participants.styles.js';
import { isFound, isSamePeople, listPeople, type Person, type PeopleState } from './people.js';
import { personView, type PersonActions } from './person-view.js';

addTexts(enParticipants);

/** From so many on there is a field to search in. */
const SEARCH_FROM = 8;

/**
 * Who is in the call: the visitor first, raised hands in their order, then everybody by name, with what can be done for
 * or with each. Fills the box it is given.
 *
 * @event {NexPanelToggleEvent} nex-panel-toggle - the close button was pressed
 * @event {NexChatWithEvent} nex-chat-with - the visitor wants to write to one alone
 * @csspart heading - its title
 * @csspart list - the people
 */
export class NexParticipants extends NexElement {
  static override styles = [...baseStyles, panelStyles, participantsStyles];

  /** Shows a close button. */
  @property({ type: Boolean }) closable = false;
  /** Parts to leave out, separated by spaces: `invite`, `chat` (writing to one alone). */
  @property() hide = '';

  @state() private query = '';
  @state() private openId: string | null = null;
  /** For screen readers: what went wrong. */
  @state() private spoken = '';

  readonly #state = this.select<PeopleState>((snapshot) => snapshot, isSamePeople);
  readonly #link = new InviteLink(this);
  #focused: HTMLElement | null = null;
  #focusedId: string | null = null;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  protected override willUpdate(): void {
    const focused = this.shadowRoot?.activeElement;
    this.#focused = focused instanceof HTMLElement ? focused : null;
    this.#focusedId = focused?.closest<HTMLElement>('.person')?.dataset['id'] ?? null;
    const people = this.#state.value;
    if (people && people.participants.length + 1 < SEARCH_FROM) this.query = '';
  }

  /** Rows change places: the one in use keeps the focus, and when it goes, the list has it. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Not in the template: a strict content policy forbids style attributes.
    for (const row of this.renderRoot.querySelectorAll<HTMLElement>('.person'))
      row.style.setProperty('--_hue', String(participantHue(row.dataset['id'] ?? '')));
    const focused = this.#focused;
    if (!focused || this.shadowRoot?.activeElement === focused) return;
    // From one list to another (a hand was raised) a row is made anew.
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>('.person')].find(({ dataset }) => dataset['id'] === this.#focusedId);
    const target = focused.isConnected ? focused : row?.querySelector<HTMLElement>('.more');
    if (target) target.focus({ preventScroll: true });
    else this.focus({ preventScroll: true });
  }

  readonly #actions: PersonActions = {
    onToggleOpen: (id) => {
      this.openId = this.openId === id ? null : id;
    },
    onLowerHand: () => {
      this.#ask(this.activeCall?.raiseHand(false));
    },
    onPin: ({ participant, isPinned }) => {
      this.#ask(this.activeCall?.pin(participant.id, !isPinned));
    },
    onSpotlight: ({ participant, isSpotlit }) => {
      this.#ask(this.activeCall?.setSpotlight(isSpotlit ? null : participant.id));
    },
    onHide: ({ participant, isHidden }) => {
      this.#ask(this.activeCall?.hideTile(participant.id, !isHidden));
    },
    onMessage: ({ participant }) => {
      this.dispatchEvent(new NexChatWithEvent({ participantId: participant.id }));
    },
    onVolume: ({ participant }, volume) => {
      this.#ask(this.activeCall?.setVolume(participant.id, volume));
    },
  };

  readonly #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
  };

  /** Escape empties the field first, and closes what is around the list the next time. */
  readonly #onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.query === '') return;
    event.preventDefault();
    this.query = '';
  };

  readonly #onShare = (): void => {
    this.#link.share(document.title);
  };

  #ask(done: Promise<void> | undefined): void {
    this.spoken = '';
    done?.catch(() => {
      this.spoken = this.text.t('participants.notDone');
    });
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const people = this.#state.value;
    const count = people ? people.participants.length + 1 : 0;
    const title = html`${text.t('participants.title')}
    ${people ? html`<span class="count" aria-hidden="true">${count}</span><span class="visually-hidden">${text.t('participants.count', { count })}</span>` : nothing}`;
    return html`
      ${panelHead({ host: this, panel: 'participants', title, close: this.closable ? text.t('participants.close') : null })}
      ${people ? this.#renderPeople(people, count) : html`<p class="calm foot">${text.t('call.empty')}</p>`}
      <p class=${this.spoken === '' ? 'visually-hidden' : 'calm foot'} role="status">${this.spoken}</p>
    `;
  }

  #renderPeople(people: PeopleState, count: number): TemplateResult {
    const { text } = this;
    const hidden = hiddenParts(this.hide);
    const { self, hands, rest } = listPeople(people, text.wordsLang);
    const isShown = ({ participant }: Person): boolean =>
      this.query.trim() === '' || isFound(participant.name || text.t('participants.guest'), this.query);
    const shown = { self: [self].filter(isShown), hands: hands.filter(isShown), rest: rest.filter(isShown) };
    const found = shown.self.length + shown.hands.length + shown.rest.length;
    const rows = (id: string, label: string, list: readonly Person[], hasHeading: boolean): TemplateResult | typeof nothing =>
      list.length === 0
        ? nothing
        : html`<h3 id=${id} class=${hasHeading ? '' : 'visually-hidden'}>${label}</h3>
            <ul aria-labelledby=${id}>
              ${repeat(
                list,
                ({ participant }) => participant.id,
                (person) =>
                  personView({
                    person,
                    isOpen: this.openId === person.participant.id,
                    can: people.can,
                    hasChat: !hidden.has('chat'),
                    text,
                    actions: this.#actions,
                  }),
              )}
            </ul>`;
    return html`
      ${hidden.has('invite') ? nothing : this.#renderInvite()} ${count < SEARCH_FROM ? nothing : this.#renderSearch(found)}
      <div class="scroll" part="list">
        ${rows('you', text.t('participants.you'), shown.self, false)} ${rows('hands', text.t('participants.hands'), shown.hands, true)}
        ${rows('everyone', text.t('participants.everyone'), shown.rest, hands.length > 0)}
        ${count === 1 ? html`<p class="calm">${text.t('participants.alone')}</p>` : found === 0 ? html`<p class="calm">${text.t('participants.nobodyFound')}</p>` : nothing}
      </div>
    `;
  }

  #renderInvite(): TemplateResult {
    const { text } = this;
    const { isCopied, canShare } = this.#link;
    return html`<div class="invite">
      <button type="button" part="button" class="button small" data-action="invite" @click=${this.#link.copy}>
        ${isCopied ? icons.check : panelIcons.link}<span>${text.t(isCopied ? 'participants.invited' : 'participants.invite')}</span>
      </button>
      ${
        canShare
          ? html`<button
              type="button"
              class="icon"
              aria-label=${text.t('participants.share')}
              title=${text.t('participants.share')}
              @click=${this.#onShare}
            >
              ${panelIcons.share}
            </button>`
          : nothing
      }
      <span class="visually-hidden" role="status">${isCopied ? text.t('participants.invited') : nothing}</span>
    </div>`;
  }

  #renderSearch(found: number): TemplateResult {
    const { text } = this;
    return html`<div class="search">
      ${panelIcons.search}
      <input
        type="search"
        aria-label=${text.t('participants.search')}
        placeholder=${text.t('participants.search')}
        autocomplete="off"
        spellcheck="false"
        .value=${this.query}
        @input=${this.#onSearch}
        @keydown=${this.#onSearchKey}
      />
      <span class="visually-hidden" role="status"
        >${this.query.trim() === '' ? nothing : text.t('participants.found', { count: found })}</span
      >
    </div>`;
  }
}
