import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallState, MediaState } from '../../src/call/call.js';
import { baseStyles } from '../shared/base.styles.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import { NexElement } from '../shared/nex-element.js';
import { requestLeave } from '../shared/request-leave.js';
import { popoverStyles } from '../shared/popover.styles.js';
import { RovingFocus } from '../shared/roving-focus.js';
import { roundStyles } from '../shared/round.styles.js';
import { controlsStyles } from './controls.styles.js';
import { deviceMenuStyles } from './device-menu.styles.js';
import { DeviceMenuOpener } from './device-menu-opener.js';
import { tipStyles } from './tip.styles.js';
import { toggleText } from './toggle-text.js';

type ToggleKind = 'microphone' | 'camera' | 'screen';

interface ToggleLook {
  readonly on: TemplateResult;
  readonly off: TemplateResult;
  readonly key: string;
}

const LOOKS: Readonly<Record<ToggleKind, ToggleLook>> = {
  microphone: { on: icons.mic, off: icons.micOff, key: 'm' },
  camera: { on: icons.camera, off: icons.cameraOff, key: 'v' },
  screen: { on: icons.screenOff, off: icons.screen, key: 's' },
};

function selectControls(state: Readonly<CallState>) {
  const { microphone, camera, screen, mediaErrors, devices, selectedDevices, can, options } = state;
  return { microphone, camera, screen, mediaErrors, devices, selectedDevices, can, isAudioOnly: options.isAudioOnly };
}

type ControlsView = ReturnType<typeof selectControls>;

function isSameView(a: ControlsView, b: ControlsView): boolean {
  return (Object.keys(a) as (keyof ControlsView)[]).every((key) => Object.is(a[key], b[key]));
}

/**
 * The toolbar of the call: microphone, camera, screen, own buttons, leave.
 *
 * @slot toolbar-start - Own buttons before the microphone. They become part of the toolbar's one tab stop.
 * @slot toolbar-end - Own buttons between screen share and leave.
 * @csspart toolbar - The pill.
 * @csspart button - Every button but the one to leave.
 * @csspart button-leave - The button to leave.
 * @csspart panel - A menu of devices.
 * @cssprop --nex-control-size - Height of the buttons; 48px, 44px at least in narrow boxes.
 * @cssprop --nex-color-danger - Colour of the button to leave.
 */
export class NexControls extends NexElement {
  static override styles = [baseStyles, roundStyles, popoverStyles, tipStyles, controlsStyles, deviceMenuStyles];

  /** Where it stands: menus and tooltips open to the other side. `floating` lies over the bottom of the box around it. */
  @property({ reflect: true }) position: 'bottom' | 'top' | 'floating' = 'bottom';

  /** Buttons to leave out, separated by spaces: `screen-share`. */
  @property() hide = '';

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
    // Narrow boxes hide buttons; the tab stop must not stay on a hidden one.
    this.#size = new ResizeObserver(() => {
      this.#roving.refresh();
    });
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size?.disconnect();
  }

  /** Focuses the button that holds the tab stop. */
  override focus(options?: FocusOptions): void {
    this.#items()
      .find((item) => item.tabIndex === 0)
      ?.focus(options);
  }

  #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.toolbar > button, .split > button, slot')].flatMap((item) =>
      item instanceof HTMLSlotElement ? item.assignedElements({ flatten: true }).flatMap(focusables) : [item],
    );
  }

  readonly #onSlotChange = (): void => {
    this.#roving.refresh();
  };

  readonly #onLeave = (): void => {
    const call = this.activeCall;
    if (call) requestLeave(this, call).catch(() => undefined);
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
          <slot name="toolbar-start" @slotchange=${this.#onSlotChange}></slot>
          ${this.#renderSplit('microphone', view)} ${view.isAudioOnly ? nothing : this.#renderSplit('camera', view)}
          ${view.can.screen && !hiddenParts(this.hide).has('screen-share') ? this.#renderToggle('screen', view) : nothing}
          <slot name="toolbar-end" @slotchange=${this.#onSlotChange}></slot>
          <button type="button" class="leave" part="button-leave" aria-label=${this.text.t('controls.leave')} @click=${this.#onLeave}>
            ${icons.leave}<span class="leave-text">${this.text.t('controls.leaveShort')}</span>
            <span class="tip" aria-hidden="true">${this.text.t('controls.leave')}</span>
          </button>
        </div>
      </div>
    `;
  }

  #renderSplit(kind: 'microphone' | 'camera', view: ControlsView): TemplateResult {
    return html`<div class="split">${this.#renderToggle(kind, view)}${this.#menus[kind].render(view, this.text)}</div>`;
  }

  /** The name changes with the state, so there is no pressed state to contradict it. */
  #renderToggle(kind: ToggleKind, view: ControlsView): TemplateResult {
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
      aria-keyshortcuts=${look.key}
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
