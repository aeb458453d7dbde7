import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CallState, DeviceMove } from '../../src/call/call.js';
import { baseStyles } from '../shared/base.styles.js';
import { icons } from '../shared/icons.js';
import { NexElement } from '../shared/nex-element.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { bannerFor, type Banner } from './banner-for.js';
import { powerReason } from './power-reason.js';
import { StatusAnnouncer } from './status-announcer.js';
import { statusStyles } from './status.styles.js';

/** What a banner or a note is made of. */
const SHOWN = ['status', 'isSoundBlocked', 'mediaErrors', 'isOffline', 'power', 'microphone', 'camera', 'screen'] as const;

/**
 * Tells how the call is going: a banner with a way out for what needs attention, a note of what is good to know, and words for screen readers.
 *
 * @csspart banner - what needs attention now, or the note
 * @csspart button - the way out
 */
export class NexStatus extends NexElement {
  static override styles = [...baseStyles, spinnerStyles, statusStyles];

  @state() private dismissed: ReadonlySet<unknown> = new Set();
  @state() private moved: DeviceMove | null = null;
  @query('[role="status"]') private politeRegion!: HTMLElement | null;
  @query('[role="alert"]') private urgentRegion!: HTMLElement | null;

  readonly #state = this.select(
    (snapshot) => snapshot,
    (a, b) => SHOWN.every((member) => a[member] === b[member]),
  );

  constructor() {
    super();
    new StatusAnnouncer(this, {
      text: this.text,
      say: (words, isUrgent) => {
        const region = isUrgent ? this.urgentRegion : this.politeRegion;
        if (region) region.textContent = words;
      },
      onMoved: (move) => {
        this.moved = move;
      },
    });
  }

  readonly #onAllowSound = (): void => {
    this.activeCall?.allowSound().catch(() => undefined);
  };

  override render(): TemplateResult {
    const snapshot = this.#state.value;
    const banner = snapshot ? bannerFor(snapshot, this.dismissed) : null;
    return html`
      <div class="visually-hidden" role="status"></div>
      <div class="visually-hidden" role="alert"></div>
      ${banner ? html`<div class="banner" part="banner" data-kind=${banner.kind}>${this.#content(banner)}</div>` : snapshot ? this.#note(snapshot) : nothing}
    `;
  }

  #content(banner: Banner): TemplateResult {
    if (banner.kind === 'connecting' || banner.kind === 'reconnecting')
      return html`<span class="spinner" aria-hidden="true"></span>
        <p class="words">${this.text.t(`status.${banner.kind}`)}</p>`;
    if (banner.kind === 'offline')
      return html`${icons.offline}
        <p class="words">${this.text.t('status.offline')}</p>`;
    if (banner.kind === 'sound')
      return html`${icons.speaker}
        <p class="words">${this.text.t('status.soundBlocked')}</p>
        <button type="button" part="button" class="button primary" data-action="allow-sound" @click=${this.#onAllowSound}>
          ${this.text.t('status.allowSound')}
        </button>`;
    return html`${icons.alert}
      <p class="words">
        ${banner.taken
          ? this.text.t(`status.${banner.taken}Busy`)
          : html`<strong>${this.text.t(`status.${banner.media}Failed`)}.</strong> ${this.text.errorTitle(banner.error.code)}.
              ${this.text.errorAdvice(banner.error.code)}`}
      </p>
      <button
        type="button"
        part="button"
        class="button"
        data-action="retry"
        @click=${() => {
          this.#retry(banner.media);
        }}
      >
        ${this.text.t('status.retry')}
      </button>
      ${this.#close(banner.error)}`;
  }

  #note(snapshot: Readonly<CallState>): TemplateResult | typeof nothing {
    const { moved } = this;
    const reason = powerReason(snapshot);
    if (moved) {
      // Told apart from the words around it, whatever direction they run in.
      const [before, after] = this.text.t('status.nowUsing', { device: '\n' }).split('\n');
      const device = moved.device?.label || this.text.t('status.otherDevice');
      return this.#noteOf(html`${icons.mic}<p class="words">${before}<bdi>${device}</bdi>${after}</p>`, null);
    }
    if (reason === null || this.dismissed.has(reason)) return nothing;
    return this.#noteOf(html`${icons.camera}<p class="words">${this.text.t(`status.${reason}`)}</p>`, reason);
  }

  #noteOf(content: TemplateResult, what: unknown): TemplateResult {
    return html`<div class="banner note" part="banner" data-kind="note">${content}${this.#close(what)}</div>`;
  }

  #close(what: unknown): TemplateResult {
    return html`<button
      type="button"
      class="close"
      aria-label=${this.text.t('status.dismiss')}
      @click=${() => {
        this.moved = null;
        this.dismissed = new Set([...this.dismissed, what]);
      }}
    >
      ${icons.close}
    </button>`;
  }

  #retry(media: 'microphone' | 'camera' | 'screen'): void {
    const call = this.activeCall;
    const intent =
      media === 'microphone' ? call?.setMicrophone(true) : media === 'camera' ? call?.setCamera(true) : call?.setScreenShare(true);
    intent?.catch(() => undefined);
  }
}
