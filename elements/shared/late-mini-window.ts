import { html, nothing, render, type CSSResult, type LitElement, type TemplateResult } from 'lit';
import type { Call, CallState } from '../../src/call/call.js';
import { adoptStyles } from './adopt-styles.js';
import { icons } from './icons.js';
import type { Localizer } from './localize.js';
import { requestLeave } from './request-leave.js';
import { lateMiniWindowStyles } from './late-mini-window.styles.js';
import { addTexts } from './text-store.js';
import { enTileMenu } from './texts/en-tile-menu.js';
import { ownTags } from './own-tags.js';

addTexts(enTileMenu);

export interface MiniWindowOptions {
  readonly home: Window & typeof globalThis;
  /** What it was opened from: leaving is asked for at its place. A tile's participant is shown; of the toolbar, whoever speaks. */
  readonly host: LitElement & { readonly participantId?: string; readonly source?: 'camera' | 'screen' };
  readonly call: Call;
  readonly text: Localizer;
  readonly onClose: () => void;
}

type NexTile = LitElement & { call: Call | null; participantId: string; source: 'camera' | 'screen' };
type Shown = Pick<CallState, 'microphone' | 'camera' | 'participants' | 'speakerId' | 'self' | 'status'>;

/** The call in a window of its own that stays over others: one picture, the own one, microphone, camera and leave. The page goes on as it was. */
export class MiniWindow {
  readonly #options: MiniWindowOptions;
  readonly #root: ShadowRoot;
  readonly #stops: (() => void)[] = [];
  readonly #large: NexTile;
  readonly #own: NexTile;
  #isOpen = true;

  constructor(options: MiniWindowOptions) {
    this.#options = options;
    const { home, host, call, text } = options;
    const { document: page } = home;
    page.documentElement.lang = text.lang;
    page.documentElement.dir = getComputedStyle(host).direction;
    page.title = text.t('tileMenu.mini');
    page.documentElement.style.setProperty('color-scheme', getComputedStyle(host).colorScheme);
    page.body.style.setProperty('margin', '0');
    for (const [name, value] of themeOf(host)) page.documentElement.style.setProperty(name, value);
    const frame = page.createElement('main');
    page.body.replaceChildren(frame);
    this.#root = frame.attachShadow({ mode: 'open' });
    adoptStyles(this.#root, ...lateMiniWindowStyles);
    this.#large = makeTile(options, page);
    this.#own = makeTile(options, page);
    this.#own.className = 'own';
    this.#stops.push(
      call.subscribe((state) => `${state.microphone} ${state.camera} ${state.status} ${this.#shownId(state)}`, this.#render),
    );
    home.addEventListener('pagehide', this.#onClosed);
    globalThis.addEventListener('pagehide', this.close);
    this.#render();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  readonly close = (): void => {
    this.#options.home.close();
    this.#onClosed();
  };

  readonly #onClosed = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    globalThis.removeEventListener('pagehide', this.close);
    for (const stop of this.#stops) stop();
    // Its tiles let go of the call.
    render(null, this.#root);
    this.#options.onClose();
  };

  readonly #render = (): void => {
    const { call, host } = this.#options;
    if (call.state.status !== 'connected' && call.state.status !== 'reconnecting') {
      this.close();
      return;
    }
    const id = this.#shownId(call.state);
    this.#large.participantId = id;
    this.#large.source = (id === host.participantId && host.source) || 'camera';
    this.#own.participantId = call.state.self.id;
    // Made in that window's document: the tiles must not pass through this one, which would take their sheets.
    render(this.#template(call.state, id !== call.state.self.id), this.#root, { creationScope: this.#options.home.document });
    host.requestUpdate();
  };

  /** Whom it was opened for; else whoever of the others speaks, then the one who did, the first of them, the visitor. */
  #shownId({ self, participants, speakerId }: Shown): string {
    const others = participants.map(({ id }) => id);
    const wanted = this.#options.host.participantId;
    if (wanted === self.id) return wanted;
    return [wanted, speakerId, this.#large.participantId].find((id) => id != null && others.includes(id)) ?? others[0] ?? self.id;
  }

  #template({ microphone, camera }: Shown, hasOwn: boolean): TemplateResult {
    const { call, host, text } = this.#options;
    const [isMicrophoneOn, isCameraOn] = [microphone === 'on', camera === 'on'];
    return html`
      <div class="pictures">${this.#large}${hasOwn ? this.#own : nothing}</div>
      <div class="buttons" role="toolbar" aria-label=${text.t('tileMenu.mini')}>
        ${this.#button('microphone', isMicrophoneOn, text.t(isMicrophoneOn ? 'tileMenu.miniMute' : 'tileMenu.miniUnmute'), isMicrophoneOn ? icons.mic : icons.micOff, () => call.setMicrophone(!isMicrophoneOn))}
        ${this.#button('camera', isCameraOn, text.t(isCameraOn ? 'tileMenu.miniCameraOff' : 'tileMenu.miniCameraOn'), isCameraOn ? icons.camera : icons.cameraOff, () => call.setCamera(!isCameraOn))}
        ${this.#button('leave', true, text.t('tileMenu.miniLeave'), icons.leave, () => requestLeave(host, call))}
      </div>
    `;
  }

  #button(name: string, isOn: boolean, label: string, icon: TemplateResult, act: () => Promise<void>): TemplateResult {
    const onClick = (): void => {
      act().catch(() => undefined);
    };
    return html`<button type="button" class="round ${name} ${isOn ? '' : 'off'}" aria-label=${label} title=${label} @click=${onClick}>
      ${icon}
    </button>`;
  }
}

/**
 * A tile of that window. Its sheets can only be set where they were made, so it starts in the page's document, takes its
 * place at once, and is given sheets of the window's own.
 */
function makeTile({ host, call }: MiniWindowOptions, page: Document): NexTile {
  const tile = document.createElement(ownTags('nex-video-tile')) as NexTile;
  tile.call = call;
  host.renderRoot.append(tile);
  page.body.append(tile);
  const root = tile.shadowRoot;
  if (root) adoptStyles(root, ...((tile.constructor as typeof LitElement).elementStyles as readonly CSSResult[]));
  return tile;
}

/** The theme's variables that the page sets, in the browsers that have such windows. */
function themeOf(host: Element): readonly (readonly [string, string])[] {
  if (!('computedStyleMap' in host)) return [];
  return [...host.computedStyleMap()].flatMap(([name, values]) =>
    name.startsWith('--nex-') ? [[name, Array.from(values, String).join(' ')] as const] : [],
  );
}
