import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { NexError } from '../../src/base/nex-error.js';
import type { CallStatus } from '../../src/call/call.js';
import type { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { baseStyles } from '../shared/base.styles.js';
import { LatePart } from '../shared/late-part.js';
import { NexElement } from '../shared/nex-element.js';
import { requestJoin } from '../shared/request-join.js';
import { requestLeave } from '../shared/request-leave.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { CallEntry } from './call-entry.js';
import { CallKeeper } from './call-keeper.js';
import { CallShortcuts } from './call-shortcuts.js';
import { callInput } from './call-input.js';
import { callView, type CallView } from './call-view.js';
import { callStyles } from './call.styles.js';
import { contentView } from './content-view.js';
import { hostDirection } from './host-direction.js';
import type { LateCall } from './late-call.js';
import { noticeStyles } from './notice.styles.js';
import { stageStyles } from './stage.styles.js';

/** States for CSS; the others (`idle`) have none. */
const STATES: readonly CallStatus[] = ['lobby', 'joining', 'connected', 'reconnecting', 'ended', 'failed'];

/**
 * The call: owns the one controller, provides it to the elements inside, and shows the default interface.
 *
 * @slot - own layout: elements here replace the default interface
 * @slot lobby - instead of the lobby
 * @slot header - instead of the room's name above the stage
 * @slot empty - instead of the invitation while nobody else is here
 * @slot toolbar-start - own buttons at the start of the toolbar
 * @slot toolbar-end - own buttons before the leave button
 * @slot aside - beside the stage, or under it where it is narrow
 * @slot ended - instead of the screen after the call
 * @event {NexCallJoinedEvent} nex-call-joined
 * @event {NexCallLeftEvent} nex-call-left
 * @event {NexStateChangedEvent} nex-state-changed
 * @event {NexParticipantJoinedEvent} nex-participant-joined
 * @event {NexParticipantLeftEvent} nex-participant-left
 * @event {NexParticipantChangedEvent} nex-participant-changed
 * @event {NexMediaChangedEvent} nex-media-changed
 * @event {NexStreamAddedEvent} nex-stream-added
 * @event {NexStreamRemovedEvent} nex-stream-removed
 * @event {NexSpeakerChangedEvent} nex-speaker-changed
 * @event {NexQualityChangedEvent} nex-quality-changed
 * @event {NexStatsUpdatedEvent} nex-stats-updated
 * @event {NexDeviceChangedEvent} nex-device-changed
 * @event {NexErrorEvent} nex-error
 * @event {NexPanelToggleEvent} nex-panel-toggle - from inside: a panel is to be opened or closed; dispatched at this element it does so
 * @event {NexChatWithEvent} nex-chat-with - from inside: the chat turns to one participant
 * @event {NexBeforeJoinEvent} nex-before-join - cancelable
 * @event {NexBeforeLeaveEvent} nex-before-leave - cancelable
 * @csspart base - everything
 * @csspart header - above the stage
 * @csspart stage - around the tiles
 * @csspart invite - the invitation while nobody else is here
 * @csspart panel - the open panel, a column or a sheet
 * @csspart notice - the ended, error and joining screens
 * @csspart lobby - the lobby
 * @csspart toolbar - the toolbar
 * @csspart status - the banner
 * @cssstate lobby
 * @cssstate joining
 * @cssstate connected
 * @cssstate reconnecting
 * @cssstate ended
 * @cssstate failed
 */
export class NexCall extends NexElement {
  static override styles = [...baseStyles, spinnerStyles, callStyles, stageStyles, noticeStyles];

  /** The room, 1 to 128 characters; changing it in a call leaves and returns to the lobby. */
  @property() room: string | null = null;
  /** Display name, up to 64 characters; asked for in the lobby. */
  @property() name: string | null = null;
  /** Room secret: key for end-to-end protection. */
  @property() secret: string | null = null;
  /** Signalling servers, separated by spaces; missing: the public PeerJS cloud. */
  @property() server: string | null = null;
  /** STUN and TURN as JSON, or a URL that answers JSON. */
  @property({ attribute: 'ice-servers' }) iceServers: string | readonly RTCIceServer[] | null = null;
  /** Never show this visitor's address to the others. */
  @property({ type: Boolean, attribute: 'relay-only' }) relayOnly = false;
  /** Skip the lobby. */
  @property({ type: Boolean }) autojoin = false;
  /** Start without microphone. */
  @property({ type: Boolean }) muted = false;
  /** Start without camera. */
  @property({ type: Boolean, attribute: 'camera-off' }) cameraOff = false;
  /** An audio-only call. */
  @property({ type: Boolean, attribute: 'no-video' }) noVideo = false;
  /** Most people in the room. */
  @property({ type: Number, attribute: 'max-participants' }) maxParticipants: number | null = null;
  /** `auto`, `grid`, `speaker` or `sidebar`. */
  @property() layout: string | null = null;
  /** `auto`, `high`, `medium`, `low` or `off`. */
  @property({ attribute: 'video-quality' }) videoQuality: string | null = null;
  /** `auto`, `maximum`, `high`, `medium`, `low` or `minimum`. */
  @property({ attribute: 'audio-quality' }) audioQuality: string | null = null;
  /** Uplink ceiling, kbit/s. */
  @property({ type: Number, attribute: 'bandwidth-limit' }) bandwidthLimit: number | null = null;
  /** Topics to log to the console, each with a level where wanted (`engine:warn`); empty logs all. */
  @property() debug: string | null = null;
  /** `auto` follows the page's `color-scheme`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'contrast' = 'auto';
  /** Where the toolbar stands. */
  @property({ reflect: true }) controls: 'bottom' | 'top' | 'floating' | 'none' = 'bottom';
  /** Most tiles at once, 1 to 49. */
  @property({ type: Number, attribute: 'max-tiles' }) maxTiles = 9;
  /** Parts of the interface to leave out, separated by spaces: `chat`, `participants`, `settings`, `quality`, `screen-share`, `hand`, `reactions`, `record`, `captions`, `invite`. */
  @property() hide = '';
  /** `off`: no keys. Pairs change some: `m=k s=off space=t 1-9=off`. Missing: those of the documentation. */
  @property() shortcuts = 'on';
  /** BCP 47; taken from the nearest `lang` when missing. */
  @property({ reflect: true, converter: { toAttribute: (lang: string) => lang || null } }) override lang = '';

  @state() private hasOwnLayout = false;

  readonly #keeper = new CallKeeper(this);
  readonly #entry = new CallEntry(this);
  readonly #internals = this.attachInternals();
  readonly #status = this.select((snapshot) => snapshot.status);
  readonly #canResume = this.select((snapshot) => snapshot.canResume);
  readonly #otherCount = this.select((snapshot) => Math.min(snapshot.participants.length, 2));
  /** Loaded when the call stands. */
  readonly #late = new LatePart<LateCall>(this, async () => {
    const late = new (await import('./late-call.js')).LateCall(this, this.text);
    // A moment later, when this element can render it.
    setTimeout(() => {
      if (this.#asked) late.toggle(this.#asked);
    });
    return late;
  });
  /** What was asked for before it was there. */
  #asked: NexPanelToggleEvent | null = null;
  #view: CallView | null = null;
  #hadFocus = false;
  /** Whether more than its box may be shown yet. */
  #isDue = false;

  constructor() {
    super();
    new CallShortcuts(this);
    this.addEventListener('nex-panel-toggle', this.#onPanel);
  }

  override connectedCallback(): void {
    this.#keeper.enterDocument();
    super.connectedCallback();
    this.#readChildren();
    // At once, so that a script right after the tag finds the call. The first time by an update, which alone knows
    // the properties that were set before the upgrade: a call among them must not meet one made of `room`.
    if (this.room !== null && this.hasUpdated) this.#keep();
    if (this.room !== null && !this.hasUpdated) this.performUpdate();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeper.leaveDocument(() => {
      this.call = null;
    });
  }

  /** Enters the call. Rejects with a `NexError`; with `call/aborted` when `nex-before-join` was prevented. */
  async join(): Promise<void> {
    await this.updateComplete;
    if (!this.call) throw this.#keeper.error ?? new NexError('call/invalid-state', 'There is no call to join.');
    await requestJoin(this, this.call);
  }

  /** Leaves the call. Rejects with `call/aborted` when `nex-before-leave` was prevented. */
  async leave(): Promise<void> {
    if (this.call) await requestLeave(this, this.call);
  }

  /** Making the call and showing what is in it for the first time are long enough to be a task each. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.#isDue) await new Promise((resolve) => setTimeout(resolve));
    this.#isDue = true;
    await super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#keep();
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const states = this.#internals.states as CustomStateSet | undefined;
    for (const name of STATES) states?.[name === this.call?.state.status ? 'add' : 'delete'](name);
    if (this.#hadFocus && this.shadowRoot?.activeElement == null)
      this.renderRoot.querySelector<HTMLElement>('[data-view-focus]')?.focus({ preventScroll: true });
  }

  readonly #onJoin = (): void => {
    this.join().catch(() => undefined);
  };

  readonly #onLeave = (): void => {
    this.leave().catch(() => undefined);
  };

  readonly #onPanel = (event: NexPanelToggleEvent): void => {
    const late = this.#late.get();
    this.#asked = late ? null : event;
    late?.toggle(event);
  };

  readonly #onLobby = (): void => {
    this.call?.enterLobby();
  };

  readonly #readChildren = (): void => {
    this.hasOwnLayout = [...this.children].some((child) => !child.hasAttribute('slot'));
  };

  override render(): TemplateResult {
    const { call, text } = this;
    const canResume = this.#canResume.value;
    const view = callView({
      status: call ? this.#status.value : undefined,
      hasError: this.#keeper.error !== null,
      before: this.#view,
      // Null: not known yet.
      isSkippingLobby: (this.autojoin || canResume === true || canResume === null) && !this.#entry.isRefused,
      isAutojoin: this.autojoin,
    });
    this.#view = view;
    return html`<div
      class="base"
      part="base"
      data-view=${view}
      data-controls=${this.controls}
      dir=${hostDirection(this, text.lang) ?? nothing}
    >
      ${
        this.hasOwnLayout || !this.#isDue
          ? nothing
          : html`<nex-status part="status" exportparts="banner: status-banner, button"></nex-status>${contentView({
                view,
                host: this,
                error: this.#keeper.error,
                otherCount: this.#otherCount.value ?? 0,
                text,
                late: () => this.#late.get(),
                onJoin: this.#onJoin,
                onLeave: this.#onLeave,
                onLobby: this.#onLobby,
              })}`
      }
      <div class="own" ?hidden=${!this.hasOwnLayout}><slot @slotchange=${this.#readChildren}></slot></div>
    </div>`;
  }

  #keep(): void {
    this.call = this.#keeper.keep(this.call, callInput(this));
    this.#entry.follow(this.call);
  }
}
