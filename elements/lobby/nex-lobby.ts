import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Call, CallState } from '../../src/call/call.js';
import { baseStyles } from '../shared/base.styles.js';
import { fieldStyles } from '../shared/field.styles.js';
import { icons } from '../shared/icons.js';
import { LatePart } from '../shared/late-part.js';
import { LevelLine } from '../shared/level-line.js';
import { NexElement } from '../shared/nex-element.js';
import { rememberedName } from '../shared/remembered-name.js';
import { requestJoin } from '../shared/request-join.js';
import { roundStyles } from '../shared/round.styles.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { isSameLobby } from './is-same-lobby.js';
import { lobbyStyles } from './lobby.styles.js';
import { previewStyles } from './preview.styles.js';
import { previewView } from './preview-view.js';

const NAME_LENGTH = 64;

/**
 * Before joining: see and hear yourself, say your name, choose devices, join. Nothing is captured before a click.
 *
 * @slot - more under the join button, such as terms
 * @event {NexBeforeJoinEvent} nex-before-join - about to join; `preventDefault()` keeps it from happening
 * @csspart preview - the visitor's own picture
 * @csspart video - the picture itself
 * @csspart card - room, name, devices and join
 * @csspart input - the name field
 * @csspart select - a device field
 * @csspart button - every button
 * @csspart button-join - the join button
 */
export class NexLobby extends NexElement {
  static override styles = [...baseStyles, spinnerStyles, roundStyles, fieldStyles, previewStyles, lobbyStyles];

  /** What the visitor typed; null until then. */
  @state() private typedName: string | null = null;
  @state() private isUntouched = true;

  readonly #state = this.select((snapshot) => snapshot, isSameLobby);
  #areDevicesWanted = false;
  readonly #checks = new LatePart(this, async () => (await import('./late-lobby-checks.js')).createLobbyChecks(this, this.text));

  constructor() {
    super();
    new LevelLine(this);
  }

  readonly #onMicrophone = (): void => {
    this.#turn('microphone', this.#state.value?.microphone !== 'on');
  };

  readonly #onCamera = (): void => {
    this.#turn('camera', this.#state.value?.camera !== 'on');
  };

  readonly #onBoth = (): void => {
    this.#turn('microphone', true);
    if (this.#state.value?.options.isAudioOnly === false) this.#turn('camera', true);
  };

  readonly #onName = (event: Event): void => {
    this.typedName = (event.target as HTMLInputElement).value;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    // Busy, not disabled: a disabled button would lose the focus.
    if (this.activeCall && this.activeCall.state.status !== 'joining') settle(this.#join(this.activeCall));
  };

  readonly #onJoinWithoutDevices = (): void => {
    const call = this.activeCall;
    if (!call) return;
    settle(Promise.all([call.setMicrophone(false), call.setCamera(false)]).then(() => this.#join(call)));
  };

  readonly #onDevices = (): void => {
    this.#areDevicesWanted = true;
    this.requestUpdate();
  };

  readonly #onAct = (): void => {
    this.activeCall?.prepare();
  };

  override render(): TemplateResult {
    const snapshot = this.#state.value;
    if (!snapshot) return html`<p class="empty">${this.text.t('call.empty')}</p>`;
    const isJoining = snapshot.status === 'joining';
    return html`<form
      class="lobby"
      aria-label=${this.text.t('lobby.label')}
      @submit=${this.#onSubmit}
      @pointerdown=${this.#onAct}
      @keydown=${this.#onAct}
    >
      ${previewView({
        state: snapshot,
        text: this.text,
        isUntouched: this.isUntouched,
        onMicrophone: this.#onMicrophone,
        onCamera: this.#onCamera,
        onBoth: this.#onBoth,
      })}
      <div class="card" part="card">
        <div>
          <h2>${this.text.t('lobby.title')}</h2>
          <p class="room"><bdi>${this.text.t('lobby.room', { room: snapshot.room })}</bdi></p>
        </div>
        <label class="field">
          <span class="field-name">${this.text.t('lobby.name')}</span>
          <input
            part="input"
            name="name"
            autocomplete="name"
            maxlength=${NAME_LENGTH}
            placeholder=${this.text.t('lobby.namePlaceholder')}
            .value=${this.#name(snapshot)}
            @input=${this.#onName}
          />
        </label>
        ${this.#devices(snapshot)}
        <div class="actions">
          <button
            type="submit"
            part="button button-join"
            class="button primary join"
            aria-disabled=${isJoining ? 'true' : 'false'}
            aria-busy=${isJoining ? 'true' : 'false'}
          >
            ${this.text.t(isJoining ? 'lobby.joining' : 'lobby.join')}
          </button>
        </div>
        <div class="ways">${isJoining ? nothing : this.#wish(snapshot)}<slot></slot></div>
      </div>
    </form>`;
  }

  #devices(snapshot: Readonly<CallState>): TemplateResult {
    return html`<details @toggle=${this.#onDevices}>
      <summary>${icons.settings}<span>${this.text.t('lobby.devices')}</span>${icons.chevron}</summary>
      ${
        this.#areDevicesWanted
          ? (this.#checks.get()?.devices(snapshot) ?? html`<div class="loading"><span class="spinner" aria-hidden="true"></span></div>`)
          : nothing
      }
    </details>`;
  }

  /** Joining turns on what the visitor has not touched; that is said, with the way around it. */
  #wish(snapshot: Readonly<CallState>): TemplateResult | typeof nothing {
    const { options, microphone, camera, mediaErrors } = snapshot;
    const wantsMicrophone = this.isUntouched && !options.isMuted && microphone === 'off';
    const wantsCamera = this.isUntouched && !options.isCameraOff && !options.isAudioOnly && camera === 'off';
    const hasTrouble = mediaErrors.microphone !== null || mediaErrors.camera !== null;
    if (!wantsMicrophone && !wantsCamera && !hasTrouble) return nothing;
    return html`${
        hasTrouble
          ? this.#checks.get()?.help(snapshot)
          : html`<p class="wish">
              ${this.text.t(wantsMicrophone ? (wantsCamera ? 'lobby.wishBoth' : 'lobby.wishMicrophone') : 'lobby.wishCamera')}
            </p>`
      }
      <button type="button" part="button" class="button quiet" data-action="join-without" @click=${this.#onJoinWithoutDevices}>
        ${this.text.t('lobby.joinWithoutDevices')}
      </button>`;
  }

  #name(snapshot: Readonly<CallState>): string {
    return this.typedName ?? (snapshot.self.name || rememberedName.read());
  }

  #turn(kind: 'microphone' | 'camera', isOn: boolean): void {
    this.isUntouched = false;
    settle(kind === 'microphone' ? this.activeCall?.setMicrophone(isOn) : this.activeCall?.setCamera(isOn));
  }

  async #join(call: Call): Promise<void> {
    const name = this.#name(call.state).trim();
    rememberedName.write(name);
    if (name !== call.state.self.name) await call.setName(name);
    await requestJoin(this, call);
  }
}

/** A failure is part of the call's state and shown from there, so the promise itself has nothing more to say. */
function settle(intent: Promise<unknown> | undefined): void {
  intent?.catch(() => undefined);
}
