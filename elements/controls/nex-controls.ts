import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CallState, MediaState } from '../../src/call/call.js';
import { baseStyles } from '../shared/base.styles.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import { LatePart } from '../shared/late-part.js';
import { NexElement } from '../shared/nex-element.js';
import type { Panel } from '../shared/panels.js';
import { requestLeave } from '../shared/request-leave.js';
import { RovingFocus } from '../shared/roving-focus.js';
import { roundStyles } from '../shared/round.styles.js';
import { controlsStyles } from './controls.styles.js';
import { DeviceMenuOpener } from './device-menu-opener.js';
import type { LateControls } from './late-controls.js';
import { tipStyles } from './tip.styles.js';
import { toggleText } from './toggle-text.js';

type ToggleKind = 'microphone' | 'camera' | 'screen';

interface ToggleLook {
  readonly on: TemplateResult;
  readonly off: TemplateResult;
}

const LOOKS: Readonly<Record<ToggleKind, ToggleLook>> = {
  microphone: { on: icons.mic, off: icons.micOff },
  camera: { on: icons.camera, off: icons.cameraOff },
  screen: { on: icons.screenOff, off: icons.screen },
};

function selectControls(state: Readonly<CallState>) {
  const { status, microphone, camera, screen, mediaErrors, devices, selectedDevices, can, options } = state;
  return { status, microphone, camera, screen, mediaErrors, devices, selectedDevices, can, isAudioOnly: options.isAudioOnly };
}

type ControlsView = ReturnType<typeof selectControls>;

function isSameView(a: ControlsView, b: ControlsView): boolean {
  return (Object.keys(a) as (keyof ControlsView)[]).every((key) => Object.is(a[key], b[key]));
}

/** What comes with the late part besides its menu, by the words of `hide`. */
const COMING = ['hand', 'reactions', 'chat', 'participants'];
const COMING_BUTTON = html`<span class="round"></span>`;

/**
 * The toolbar of the call: microphone, camera, screen share, hand, reactions, chat, people, own buttons, leave. What finds
 * no room is in its menu, with the layout, the own picture, the settings, the full screen and the list of keys.
 *
 * @slot toolbar-start - Own buttons before the microphone. They become part of the toolbar's one tab stop.
 * @slot toolbar-end - Own buttons before leave.
 * @event {NexPanelToggleEvent} nex-panel-toggle - A panel is asked for. `<nex-call>` answers with its own; an own layout may show what it has.
 * @csspart toolbar - The pill.
 * @csspart button - Every button but the one to leave.
 * @csspart button-leave - The button to leave.
 * @csspart panel - A menu, or the question before leaving.
 * @cssprop --nex-control-size - Height of the buttons; 48px, 44px at least in narrow boxes.
 * @cssprop --nex-color-danger - Colour of the button to leave.
 */
export class NexControls extends NexElement {
  static override styles = [baseStyles, roundStyles, tipStyles, controlsStyles];

  /** Where it stands: menus and tooltips open to the other side. `floating` lies over the bottom of the box around it. */
  @property({ reflect: true }) position: 'bottom' | 'top' | 'floating' = 'bottom';

  /** What to leave out, separated by spaces: `screen-share`, `hand`, `reactions`, `chat`, `participants`, `settings`, `quality`. */
  @property() hide = '';

  /** The panel that is open: its button says so. */
  @property() panel: Panel | '' = '';

  /** How many buttons fit beside those that are always there. */
  @state() private places = 0;

  readonly #late = new LatePart(this, async () => new (await import('./late-controls.js')).LateControls(this, this.text));
  readonly #view = this.select(selectControls, isSameView);
  readonly #roving = new RovingFocus(this, () => this.#items());
  readonly #onDevice: ConstructorParameters<typeof DeviceMenuOpener>[2] = (kind, id) => {
    // A device that cannot be opened shows as `blocked` with its reason in the state.
    this.activeCall?.selectDevice(kind, id).catch(() => undefined);
  };
  readonly #menus = {
    microphone: new DeviceMenuOpener(this, 'microphone', this.#onDevice),
    camera: new DeviceMenuOpener(this, 'camera', this.#onDevice),
  };
  #size: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size = new ResizeObserver(this.#onSize);
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    requestAnimationFrame(this.#onSize);
  }

  readonly #onSize = (): void => {
    const [place, toolbar, tools, one] = ['.place', '.toolbar', '.tools', '.microphone'].map((name) => this.renderRoot.querySelector<HTMLElement>(name));
    if (place && toolbar && tools && one) {
      const gap = parseFloat(getComputedStyle(toolbar).columnGap);
      this.places = Math.floor((place.clientWidth - toolbar.offsetWidth + tools.offsetWidth + gap) / (one.offsetWidth + gap));
    }
    // The tab stop must not stay on a button that is no longer shown.
    this.#roving.refresh();
  };

  /** Focuses the button that holds the tab stop. */
  override focus(options?: FocusOptions): void {
    this.#items()
      .find((item) => item.tabIndex === 0)
      ?.focus(options);
  }

  #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(':is(.toolbar, .split, .tools) > button, slot')].flatMap((item) =>
      item instanceof HTMLSlotElement ? item.assignedElements({ flatten: true }).flatMap(focusables) : [item],
    );
  }

  readonly #onLeave = (event: MouseEvent): void => {
    const call = this.activeCall;
    if (call && !this.#late.get()?.asksBeforeLeaving(event)) requestLeave(this, call).catch(() => undefined);
  };

  #onToggle(kind: ToggleKind, media: MediaState): void {
    const call = this.activeCall;
    if (call === null || media === 'pending') return;
    const isOn = media !== 'on';
    const done = kind === 'microphone' ? call.setMicrophone(isOn) : kind === 'camera' ? call.setCamera(isOn) : call.setScreenShare(isOn);
    // A refusal becomes the state `blocked`, with its reason; a screen that was not chosen is no failure.
    done.catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (view === undefined) return nothing;
    const hidden = hiddenParts(this.hide);
    const isIn = view.status === 'connected' || view.status === 'reconnecting';
    const late = isIn ? this.#late.get() : null;
    const screen = this.places > 1 && view.can.screen && !hidden.has('screen-share') && this.#renderToggle('screen', view, late);
    // Their places are kept for those that come, or microphone and camera would move away from under the pointer.
    const coming = Array.from({ length: Math.max(0, Math.min(this.places - Number(!!screen), COMING.filter((part) => !hidden.has(part)).length + 1)) }, () => COMING_BUTTON);
    return html`
      <div class="place">
        <div
          class="toolbar"
          part="toolbar"
          role="toolbar"
          aria-label=${this.text.t('controls.label')}
          @keydown=${this.#roving.onKeyDown}
          @focusin=${this.#roving.onFocusIn}
        >
          <slot name="toolbar-start" @slotchange=${this.#onSize}></slot>
          ${this.#renderSplit('microphone', view, late)} ${view.isAudioOnly ? nothing : this.#renderSplit('camera', view, late)}
          <div class="tools">${screen || nothing}${late?.render(this.places) ?? (isIn ? coming : nothing)}</div>
          <slot name="toolbar-end" @slotchange=${this.#onSize}></slot>
          <button type="button" class="leave" part="button-leave" aria-label=${this.text.t('controls.leave')} @pointerdown=${late?.onLeavePress} @click=${this.#onLeave}>
            ${icons.leave}<span class="leave-text">${this.text.t('controls.leaveShort')}</span>
            <span class="tip" aria-hidden="true">${this.text.t('controls.leave')}</span>
          </button>
        </div>
        ${late?.renderOver(this.places)}
      </div>
    `;
  }

  #renderSplit(kind: 'microphone' | 'camera', view: ControlsView, late: LateControls | null): TemplateResult {
    return html`<div class="split">${this.#renderToggle(kind, view, late)}${this.#menus[kind].render(view, this.text)}</div>`;
  }

  /** The name changes with the state, so there is no pressed state to contradict it. */
  #renderToggle(kind: ToggleKind, view: ControlsView, late: LateControls | null): TemplateResult {
    const media = view[kind];
    const look = LOOKS[kind];
    const label = this.text.t(toggleText(kind, media));
    const isOn = media === 'on';
    const isOff = kind !== 'screen' && (media === 'off' || media === 'blocked');
    const error = media === 'blocked' ? view.mediaErrors[kind] : null;
    const reason = error === null ? nothing : ` — ${this.text.errorTitle(error.code)}`;
    const classes = ['round', kind, isOff ? 'off' : '', kind === 'screen' && isOn ? 'active' : '', media === 'pending' ? 'busy' : ''].join(' ');
    return html`<button
      type="button"
      class=${classes}
      part="button"
      aria-label=${label}
      aria-keyshortcuts=${late?.key(kind) ?? nothing}
      aria-busy=${media === 'pending' ? 'true' : nothing}
      aria-disabled=${media === 'pending' || !view.can[kind] ? 'true' : nothing}
      aria-description=${error === null ? nothing : this.text.errorTitle(error.code)}
      @click=${() => {
        if (view.can[kind]) this.#onToggle(kind, media);
      }}
    >
      ${isOn || (media === 'pending' && kind !== 'screen') ? look.on : look.off}
      ${media === 'blocked' ? html`<span class="badge" aria-hidden="true">!</span>` : nothing}
      <span class="tip" aria-hidden="true">${label}${reason}</span>
    </button>`;
  }
}

function focusables(element: Element): readonly HTMLElement[] {
  const own = 'button, a[href], input, select, [tabindex]';
  if (element instanceof HTMLElement && (element.matches(own) || element.localName.includes('-'))) return [element];
  return [...element.querySelectorAll<HTMLElement>(own)];
}
