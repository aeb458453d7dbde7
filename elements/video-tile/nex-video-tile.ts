import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { baseStyles } from '../shared/base.styles.js';
import { icons } from '../shared/icons.js';
import { LatePart } from '../shared/late-part.js';
import { NexElement } from '../shared/nex-element.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { initials } from '../shared/initials.js';
import type { LateTile } from './late-tile.js';
import { participantHue } from '../shared/participant-hue.js';
import { tileLabel } from './tile-label.js';
import { isSameTileView, selectTileView, type TileView } from './tile-view.js';
import { VideoPicture } from './video-picture.js';
import { videoTileStyles } from './video-tile.styles.js';

/**
 * One participant's camera or shared screen, with name, microphone, speaking ring and state of the connection.
 *
 * @csspart tile - The named group around everything.
 * @csspart tile-name - The pill with the name.
 * @csspart tile-actions - Pin, and the button of the menu.
 * @csspart tile-menu - What can be done with it: pin, spotlight, full screen, picture in picture, volume, zoom, hide.
 * @cssprop --nex-tile-radius - Radius of the picture; 12px.
 * @cssprop --nex-tile-aspect - Aspect ratio outside of a grid; 16 / 9.
 * @cssprop --nex-color-line - Colour of a line around the picture; none when missing.
 * @cssprop --nex-color-speaking - Colour of the ring around who speaks.
 * @cssstate speaking - Its participant is heard.
 * @cssstate muted - Its participant's microphone is off.
 * @cssstate camera-off - There is no picture.
 * @cssstate weak - The connection is unstable, comes up, or is lost.
 * @cssstate pinned - It is pinned.
 * @cssstate local - It is the visitor's own.
 * @cssstate revealed - It was tapped a moment ago, and its buttons are in sight.
 */
export class NexVideoTile extends NexElement {
  static override styles = [baseStyles, spinnerStyles, videoTileStyles];

  /** The participant to show. */
  @property({ attribute: 'participant-id', reflect: true }) participantId = '';
  /** Which of the participant's pictures. */
  @property({ reflect: true }) source: 'camera' | 'screen' = 'camera';

  @query('.tile') private tileElement!: HTMLElement | null;
  @query('video') private videoElement!: HTMLVideoElement | null;

  readonly #internals = this.attachInternals();
  #view: TileView | null = null;
  /** Who was connected already: their way back is no joining. */
  #metId = '';
  #picture: VideoPicture | undefined;
  #fitting: ResizeObserver | undefined;
  readonly #late = new LatePart(this, () => import('./late-tile.js'));
  #lateTile: LateTile | undefined;

  constructor() {
    super();
    this.select((callState) => selectTileView(callState, this.participantId, this.source), isSameTileView);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fitting = new ResizeObserver(() => this.#picture?.fit(this.source));
    this.#fitting.observe(this);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fitting?.disconnect();
  }

  /** Focuses the tile as a whole. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.tileElement?.focus(options);
    // Just made, as the tiles of the next page are.
    else void this.updateComplete.then(() => this.tileElement?.focus(options));
  }

  protected override willUpdate(): void {
    const call = this.activeCall;
    const view = call === null ? null : selectTileView(call.state, this.participantId, this.source);
    if (view?.status === 'live') this.#metId = view.id;
    const late = view && this.#late.get();
    if (late)
      this.#lateTile ??= new late.LateTile({
        host: this,
        text: this.text,
        call: () => this.activeCall,
        view: () => this.#view,
        setState: (name, isOn) => {
          this.#toggleState(name, isOn);
        },
      });
    this.#view = view?.status === 'connecting' && view.id === this.#metId ? { ...view, status: 'reconnecting' } : view;
    this.#toggleState('speaking', this.#view?.isSpeaking === true);
    this.#toggleState('muted', this.#view?.isMuted === true);
    this.#toggleState('camera-off', this.#view?.stream === null);
    this.#toggleState('weak', this.#view !== null && this.#view.status !== 'live');
    this.#toggleState('pinned', this.#view?.isPinned === true);
    this.#toggleState('local', this.#view?.isLocal === true);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.videoElement === null) {
      this.#picture = undefined;
    } else {
      this.#picture ??= new VideoPicture(this.videoElement);
      this.#picture.show(this.#view?.stream ?? null, this.#view?.isLocal === true || this.#view?.status === 'live');
      this.videoElement.classList.toggle('mirrored', this.#isMirrored);
      if (changed.has('source')) this.#picture.fit(this.source);
    }
    this.tileElement?.style.setProperty('--_hue', String(participantHue(this.participantId)));
  }

  get #isMirrored(): boolean {
    return this.source === 'camera' && this.#view?.isLocal === true && this.#picture?.isFacingAway !== true;
  }

  #toggleState(name: string, isOn: boolean): void {
    if (isOn) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  readonly #onPlayable = (): void => {
    this.#picture?.play();
    this.#picture?.fit(this.source);
  };

  protected override render(): TemplateResult {
    const view = this.#view;
    if (view === null) return html`<div class="tile" part="tile"><div class="clip"></div></div>`;
    const isOff = view.stream === null;
    const classes = {
      tile: true,
      speaking: view.isSpeaking && this.source === 'camera',
      dimmed: view.status === 'reconnecting' && !view.isLocal,
      zoomable: !isOff,
      revealed: this.#lateTile?.isRevealed === true,
    };
    return html`
      <div class=${classMap(classes)} part="tile" role="group" tabindex="-1" aria-label=${tileLabel(view, this.source, this.text, this.#lateTile?.label)}>
        <div class="clip ${isOff ? 'tinted' : ''}">
          ${isOff
            ? html`<div class="disc" aria-hidden="true">${initials(view.name) || icons.users}</div>`
            : html`<video muted playsinline autoplay disableremoteplayback @canplay=${this.#onPlayable} @resize=${this.#onPlayable} @loadedmetadata=${this.#onPlayable}></video>`}
        </div>
        <div class="ring"></div>
        ${this.#renderPill(view)}
        ${this.#lateTile?.render(view, this.#shownName(view)) ?? nothing}
      </div>
    `;
  }

  #shownName(view: TileView): string {
    return view.name === '' ? this.text.t('tile.guest') : view.name;
  }

  /** What it shows is in the group's name already, so screen readers skip it. */
  #renderPill(view: TileView): TemplateResult {
    const isScreen = this.source === 'screen';
    const isUrgent = view.status !== 'live';
    const isFailed = view.status === 'failed';
    const note = view.status === 'live' ? null : this.text.t(`tile.${view.status}`);
    return html`
      <div class="pill ${isUrgent ? 'urgent' : ''}" part="tile-name" aria-hidden="true">
        ${this.#lateTile?.marks(view) ?? nothing}${isFailed ? icons.alert : isUrgent ? html`<span class="spinner"></span>` : nothing}
        ${isScreen ? icons.screen : view.isMuted ? html`<span class="muted">${icons.micOff}</span>` : nothing}
        ${isScreen
          ? html`<span class="name">${view.isLocal ? this.text.t('tile.yourScreen') : this.text.t('tile.screenOf', { name: `\u2068${this.#shownName(view)}\u2069` })}</span>`
          : html`<bdi class="name">${this.#shownName(view)}</bdi>${view.isLocal ? html`<span class="you">${this.text.t('tile.you')}</span>` : nothing}`}
        ${note === null ? nothing : html`<span class="note">${note}</span>`}
      </div>
    `;
  }
}
