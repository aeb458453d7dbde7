import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Reaction } from '../../src/call/call-words.js';
import type { Call, CallState } from '../../src/call/call.js';
import { CallConsumer } from '../../src/context/call-consumer.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';
import { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { NexShortcutsHelpEvent } from '../events/nex-shortcuts-help-event.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';
import { PictureWindow } from '../shared/picture-window.js';
import { popoverStyles } from '../shared/popover.styles.js';
import { requestLeave } from '../shared/request-leave.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import type { Shortcut } from '../shared/shortcut-keys.js';
import { addTexts } from '../shared/text-store.js';
import { enMoreControls } from '../shared/texts/en-more-controls.js';
import { toggleFullscreen } from '../shared/toggle-fullscreen.js';
import { deviceMenuStyles } from './device-menu.styles.js';
import { LateBubble } from './late-bubble.js';
import { lateControlsStyles } from './late-controls.styles.js';
import { lateIcons } from './late-icons.js';
import { endedByLeaving, LateLeaveQuestion } from './late-leave-question.js';
import { LateMenu } from './late-menu.js';
import { moreMenu, selectMenu, type MoreMenuOptions } from './late-more-menu.js';
import { LateOwner } from './late-owner.js';
import { reactionName, reactionsRow } from './late-reactions.js';
import { toolButton } from './late-tool-button.js';
import { fittingTools, listTools, selectTools, type Tool } from './late-tools.js';

addTexts(enMoreControls);

type Host = LitElement & CallHost & { readonly hide: string; readonly panel: string };

function selectLate(state: Readonly<CallState>) {
  return { ...selectTools(state), ...selectMenu(state), isSpeakingMuted: state.isSpeakingMuted, microphone: state.microphone };
}

type LateView = ReturnType<typeof selectLate>;

function isSameView(a: LateView, b: LateView): boolean {
  return (Object.keys(a) as (keyof LateView)[]).every((key) => Object.is(a[key], b[key]));
}

/** What the toolbar has in a running call besides microphone, camera, screen and leave. */
export class LateControls implements ReactiveController {
  readonly #host: Host;
  readonly #text: Localizer;
  readonly #view: CallConsumer<LateView>;
  readonly #more: LateMenu;
  readonly #reactions: LateMenu;
  readonly #question: LateLeaveQuestion;
  readonly #bubble: LateBubble;
  readonly #around: LateOwner;
  readonly #window: PictureWindow;
  #hadFocus = false;

  constructor(host: Host, text: Localizer) {
    this.#host = host;
    this.#text = text;
    this.#view = new CallConsumer(host, selectLate, isSameView);
    this.#more = new LateMenu(host, 'more', text);
    this.#reactions = new LateMenu(host, 'reactions', text);
    this.#question = new LateLeaveQuestion(host, text, this.#leave);
    this.#bubble = new LateBubble({ host, text, onUnmute: this.#unmute, say: this.#say });
    this.#around = new LateOwner(host, this.#bubble);
    this.#window = new PictureWindow(host);
    adoptStyles(host.shadowRoot, popoverStyles, deviceMenuStyles, lateControlsStyles);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#around.close();
    this.#bubble.hide();
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
    this.#around.follow(this.#call);
    const view = this.#view.value;
    if (view?.microphone === 'on') this.#bubble.setMicrophoneOn();
    this.#bubble.setSpeakingMuted(view?.isSpeakingMuted === true && view.microphone === 'off');
  }

  hostUpdated(): void {
    this.#bubble.settle();
    // A button that found no room any more is in the menu now.
    if (this.#hadFocus && this.#host.shadowRoot?.activeElement == null && this.#host.isConnected) this.#more.opener?.focus();
  }

  /** For `aria-keyshortcuts`; nothing where the key does nothing. */
  key(shortcut: Shortcut): string | typeof nothing {
    return (shortcutChoices.value.isOn ? this.#around.keys[shortcut] : null) ?? nothing;
  }

  readonly onLeavePress = (): void => {
    this.#question.onPress();
  };

  /** Whether it asks first; then it leaves by itself. */
  asksBeforeLeaving(event: MouseEvent): boolean {
    const call = this.#call;
    if (!call || endedByLeaving(call.state) === null) return false;
    this.#question.ask(event);
    return true;
  }

  /** The buttons after screen share; `places` is how many fit, with the one for screen share. */
  render(places: number): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (view === undefined) return nothing;
    const { shown, left } = this.#tools(view, places);
    const unread = left.some(({ id }) => id === 'chat') ? view.unread : 0;
    const label = this.#text.t('moreControls.more');
    return html`${repeat(
        shown,
        ({ id }) => id,
        (tool) =>
          toolButton({
            tool,
            popover: tool.id === 'reactions' ? this.#reactions : null,
            key: tool.id === 'reactions' ? nothing : this.key(tool.id),
            onRun: () => {
              this.#run(tool);
            },
          }),
      )}<button
        type="button"
        class="round more ${this.#more.isOpen ? 'open' : ''}"
        part="button"
        id="more-opener"
        aria-label=${unread > 0 ? this.#text.t('moreControls.moreUnread', { count: unread }) : label}
        aria-haspopup="menu"
        aria-expanded=${this.#more.isOpen ? 'true' : 'false'}
        @pointerdown=${this.#more.onPress}
        @click=${this.#more.onClick}
        @keydown=${this.#more.onKeyDown}
      >
        ${lateIcons.more}${unread > 0 ? html`<span class="dot"></span>` : nothing}<span class="tip" aria-hidden="true">${label}</span>
      </button>`;
  }

  /** What opens over the toolbar. */
  renderOver(places: number): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (view === undefined) return nothing;
    const text = this.#text;
    return html`
      ${this.#more.render(text.t('moreControls.more'), moreMenu(this.#menuOptions(view, places)))}
      ${this.#reactions.render(text.t('moreControls.reactions'), reactionsRow(text, this.#react))}
      ${this.#question.render()}${this.#bubble.render()}
      <div class="visually-hidden" role="status"></div>
    `;
  }

  #menuOptions(view: LateView, places: number): MoreMenuOptions {
    return {
      text: this.#text,
      view,
      tools: this.#tools(view, places).left,
      hide: this.#host.hide,
      panel: this.#host.panel,
      owner: this.#around.owner,
      onTool: this.#close(this.#run),
      onReact: this.#react,
      onPanel: this.#close(this.#togglePanel),
      onLayout: this.#close((layout) => this.#call?.setLayout(layout)),
      onSelfView: this.#close((selfView) => this.#call?.setSelfView(selfView)),
      onFlip: this.#close(() => this.#call?.flipCamera()),
      onTorch: this.#close((isOn) => this.#call?.setTorch(isOn)),
      onFullscreen: this.#close(() => {
        if (this.#around.owner) toggleFullscreen(this.#around.owner);
      }),
      isInWindow: this.#window.isPossibleForCall ? this.#window.isOpen : null,
      onWindow: this.#close(() => this.#call && this.#window.toggle(this.#call, this.#text)),
      onShortcuts: this.#close(() => this.#around.owner?.dispatchEvent(new NexShortcutsHelpEvent())),
    };
  }

  /** Screen share is drawn by the toolbar itself where it fits. */
  #tools(view: LateView, places: number): { readonly shown: readonly Tool[]; readonly left: readonly Tool[] } {
    const all = listTools(view, this.#text, this.#host.hide, this.#host.panel);
    const fitting = fittingTools(all, places);
    return { shown: all.filter(({ id }) => fitting.has(id) && id !== 'screen'), left: all.filter(({ id }) => !fitting.has(id)) };
  }

  get #call(): Call | null {
    return CallFinder.of(this.#host).call;
  }

  readonly #run = ({ id, panel }: Tool): void => {
    const call = this.#call;
    if (!call) return;
    const { screen, self } = call.state;
    if (panel) this.#togglePanel(panel);
    else if (id === 'hand') call.raiseHand(!self.hand).catch(() => undefined);
    else if (id === 'screen' && screen !== 'pending') call.setScreenShare(screen !== 'on').catch(() => undefined);
  };

  readonly #togglePanel = (panel: Panel): void => {
    this.#around.tell(() => new NexPanelToggleEvent({ panel }));
  };

  /** Stays open: one claps more than once. */
  readonly #react = (emoji: Reaction): void => {
    this.#call?.react(emoji).then(
      () => {
        this.#say(this.#text.t('moreControls.reactionSent', { name: reactionName(emoji, this.#text) }));
      },
      // Too many at once.
      () => undefined,
    );
  };

  readonly #unmute = (): void => {
    this.#call?.setMicrophone(true).catch(() => undefined);
  };

  readonly #leave = (): void => {
    const call = this.#call;
    if (call) requestLeave(this.#host, call).catch(() => undefined);
  };

  readonly #say = (words: string): void => {
    const region = this.#host.shadowRoot?.querySelector('.place > [role="status"]');
    if (region) region.textContent = words;
  };

  /** Closes the menu, and the focus is back, before anything is done: what opens then finds where to go back to. */
  #close<Args extends unknown[]>(done: (...args: Args) => unknown): (...args: Args) => void {
    return (...args) => {
      this.#more.close();
      // What cannot become true shows in the state of the call.
      Promise.resolve(done(...args)).catch(() => undefined);
    };
  }
}
