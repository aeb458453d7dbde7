import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { NexError } from '../../src/base/nex-error.js';
import { baseStyles } from '../shared/base.styles.js';
import { icons } from '../shared/icons.js';
import { NexElement } from '../shared/nex-element.js';
import { requestJoin } from '../shared/request-join.js';
import { spinnerStyles } from '../shared/spinner.styles.js';
import { bannerFor, type Banner } from './banner-for.js';
import { StatusAnnouncer } from './status-announcer.js';
import type { StatusNotes } from './status-notes.js';
import { statusStyles } from './status.styles.js';
import { ownTags } from '../shared/own-tags.js';

type MediaBanner = Extract<Banner, { kind: 'media' }>;
type FailedBanner = Extract<Banner, { kind: 'failed' }>;

/** What a banner is made of. */
const SHOWN = ['status', 'error', 'isSoundBlocked', 'mediaErrors', 'isOffline', 'microphone', 'camera'] as const;

/**
 * Tells how the call is going: a banner with a way out for what needs attention, a note of what is good to know, and words for screen readers.
 *
 * @csspart banner - what needs attention now, or the note
 * @csspart button - the way out
 */
export class NexStatus extends NexElement {
  static override styles = [...baseStyles, spinnerStyles, statusStyles];

  @state() private dismissed: ReadonlySet<NexError> = new Set();
  @state() private notes: StatusNotes | null = null;
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
      isAlone: () => this.#isAlone,
      say: (words, isUrgent) => {
        const region = isUrgent ? this.urgentRegion : this.politeRegion;
        if (region) region.textContent = words;
      },
      onNotes: (notes) => {
        this.notes = notes;
      },
    });
  }

  readonly #onAllowSound = (): void => {
    this.activeCall?.allowSound().catch(() => undefined);
  };

  override render(): TemplateResult {
    const snapshot = this.#state.value;
    const banner = snapshot ? bannerFor(snapshot, this.dismissed, this.#isAlone) : null;
    return html`
      <div class="visually-hidden" role="status"></div>
      <div class="visually-hidden" role="alert"></div>
      ${banner ? html`<div class="banner" part="banner" data-kind=${banner.kind}>${this.#content(banner)}</div>` : this.notes?.render()}
    `;
  }

  #content(banner: Banner): TemplateResult {
    if (banner.kind === 'connecting' || banner.kind === 'reconnecting' || banner.kind === 'offline')
      return html`<span class="spinner" aria-hidden="true"></span>
        <p class="words">${this.text.t(`status.${banner.kind}`)}</p>`;
    if (banner.kind === 'sound')
      return html`${icons.speaker}
        <p class="words">${this.text.t('status.soundBlocked')}</p>
        <button type="button" part="button" class="button primary" data-action="allow-sound" @click=${this.#onAllowSound}>
          ${this.text.t('status.allowSound')}
        </button>`;
    const { code } = banner.error;
    const advice = this.text.errorWords(code);
    return html`${icons.alert}
      <p class="words">${banner.kind === 'failed' ? advice : this.#mediaWords(banner, advice)}</p>
      <button
        type="button"
        part="button"
        class="button"
        data-action="retry"
        @click=${() => {
          this.#retry(banner);
        }}
      >
        ${this.text.t('status.retry')}
      </button>
      ${banner.kind === 'failed' ? nothing : this.#dismissButton(banner.error)}`;
  }

  #mediaWords({ media, isTaken }: MediaBanner, advice: string): TemplateResult {
    return isTaken
      ? html`<strong>${this.text.t(media === 'microphone' ? 'status.microphoneTaken' : 'status.cameraTaken')}</strong>
          ${this.text.t('status.comesBack')}`
      : html`<strong>${this.text.t(`status.${media}Failed`)}</strong> ${advice}`;
  }

  #dismissButton(error: NexError): TemplateResult {
    return html`<button
      type="button"
      class="close"
      aria-label=${this.text.t('status.dismiss')}
      @click=${() => {
        this.dismissed = new Set([...this.dismissed, error]);
      }}
    >
      ${icons.close}
    </button>`;
  }

  #retry(banner: MediaBanner | FailedBanner): void {
    const call = this.activeCall;
    if (!call) return;
    const intent =
      banner.kind === 'failed'
        ? requestJoin(this, call)
        : banner.media === 'microphone'
          ? call.setMicrophone(true)
          : banner.media === 'camera'
            ? call.setCamera(true)
            : call.setScreenShare(true);
    intent.catch(() => undefined);
  }

  /** Not a part of the default interface, which tells in full why a call failed. */
  get #isAlone(): boolean {
    const root = this.getRootNode();
    return !(root instanceof ShadowRoot && root.host.localName === ownTags('nex-call'));
  }
}
