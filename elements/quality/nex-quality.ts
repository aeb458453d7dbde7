import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { baseStyles } from '../shared/base.styles.js';
import { icons } from '../shared/icons.js';
import { NexElement } from '../shared/nex-element.js';
import { isSameQuality, selectQuality, type QualityRow, type QualityView } from './quality-view.js';
import { qualityStyles } from './quality.styles.js';
import { signalBars } from './signal-bars.js';
import { StatsFeed } from './stats-feed.js';

const EDGE = 8;

/**
 * How well the call, or one participant's connection, goes: an indicator, and a panel with the numbers.
 *
 * @csspart button - The indicator.
 * @csspart panel - The panel with the numbers.
 */
export class NexQuality extends NexElement {
  static override styles = [baseStyles, qualityStyles];

  /** Whose connection; empty is the call as a whole. */
  @property({ attribute: 'participant-id' }) participantId = '';
  /** Whether the panel is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  @query('.panel') private panelElement!: HTMLElement | null;
  @query('.indicator') private indicatorElement!: HTMLElement | null;

  readonly #feed = new StatsFeed(
    this,
    () => this.activeCall,
    () => this.open,
  );
  #view: QualityView | null = null;
  #wasOpenWhenPressed = false;

  constructor() {
    super();
    this.select((state) => selectQuality(state, this.participantId), isSameQuality);
  }

  override focus(options?: FocusOptions): void {
    this.indicatorElement?.focus(options);
  }

  protected override willUpdate(): void {
    const call = this.activeCall;
    this.#view = call === null ? null : selectQuality(call.state, this.participantId);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const panel = this.panelElement;
    if (panel === null) return;
    if (panel.matches(':popover-open') !== this.open) {
      if (this.open) panel.showPopover();
      else panel.hidePopover();
    }
    if (this.open && changed.has('open')) panel.focus();
    if (this.open) this.#place(panel);
  }

  /** Above or below the indicator, wherever there is more room, and inside the window. */
  #place(panel: HTMLElement): void {
    const indicator = this.indicatorElement?.getBoundingClientRect();
    if (indicator === undefined) return;
    const below = innerHeight - indicator.bottom;
    const isBelow = below >= indicator.top;
    panel.style.setProperty('max-block-size', `${Math.max(below, indicator.top) - 2 * EDGE}px`);
    const { width, height } = panel.getBoundingClientRect();
    const top = isBelow ? indicator.bottom + EDGE : indicator.top - height - EDGE;
    const left = Math.min(Math.max(EDGE, indicator.left + indicator.width / 2 - width / 2), innerWidth - width - EDGE);
    panel.style.setProperty('top', `${Math.max(EDGE, top)}px`);
    panel.style.setProperty('left', `${Math.max(EDGE, left)}px`);
  }

  readonly #onIndicatorPress = (): void => {
    this.#wasOpenWhenPressed = this.open;
  };

  /** A press beside an open panel closes it before the click comes: that click must not open it again. */
  readonly #onIndicator = (event: MouseEvent): void => {
    this.open = !(event.detail > 0 ? this.#wasOpenWhenPressed : this.open);
  };

  readonly #onClose = (): void => {
    this.open = false;
    this.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#onClose();
  };

  /** The browser closes it too: by a press elsewhere. */
  readonly #onToggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.open = false;
  };

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view;
    if (view === null) return nothing;
    const level = this.#levelText(view.level);
    const label = view.name === null ? this.text.t('quality.button', { level }) : this.text.t('quality.buttonOf', { name: this.#shownName(view.name), level });
    return html`
      <button
        type="button"
        class="indicator"
        part="button"
        aria-label=${label}
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        @pointerdown=${this.#onIndicatorPress}
        @click=${this.#onIndicator}
      >
        ${signalBars(view.level)}<span>${level}</span>
      </button>
      <div
        class="panel"
        part="panel"
        popover="auto"
        role="dialog"
        aria-labelledby="title"
        tabindex="-1"
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeyDown}
      >
        ${this.open ? this.#renderPanel(view) : html`<h2 id="title">${this.text.t('quality.title')}</h2>`}
      </div>
    `;
  }

  #renderPanel(view: QualityView): TemplateResult {
    const close = this.text.t('quality.close');
    return html`
      <div class="head">
        <h2 id="title">${this.text.t('quality.title')}</h2>
        <button type="button" class="close" aria-label=${close} title=${close} @click=${this.#onClose}>${icons.close}</button>
      </div>
      ${view.rows.length === 0 ? html`<p class="calm">${this.text.t('quality.nobody')}</p>` : view.rows.map((row) => this.#renderRow(row))}
    `;
  }

  #renderRow({ id, name, level }: QualityRow): TemplateResult {
    const stats = this.#feed.of(id);
    const entry = (label: string, value: string | null): TemplateResult =>
      html`<div>
        <dt>${label}</dt>
        <dd>${value ?? html`<span aria-hidden="true">–</span><span class="visually-hidden">${this.text.t('quality.unknown')}</span>`}</dd>
      </div>`;
    return html`<div class="person">
      <div class="who">${signalBars(level)}<bdi>${this.#shownName(name)}</bdi><span class="level">${this.#levelText(level)}</span></div>
      ${stats === null
        ? html`<p class="calm">${this.text.t('quality.measuring')}</p>`
        : html`<dl>
            ${entry(this.text.t('quality.rtt'), this.#milliseconds(stats.rtt))} ${entry(this.text.t('quality.jitter'), this.#milliseconds(stats.jitter))}
            ${entry(this.text.t('quality.loss'), stats.packetLoss === null ? null : this.text.t('quality.percent', { value: round(stats.packetLoss, 1) }))}
            ${entry(this.text.t('quality.bandwidth'), this.#bitrate(stats.bandwidth))}
          </dl>`}
    </div>`;
  }

  #shownName(name: string): string {
    return name === '' ? this.text.t('tile.guest') : name;
  }

  #levelText(level: QualityView['level']): string {
    return this.text.t(level === null ? 'quality.measuring' : `quality.${level}`);
  }

  #milliseconds(value: number | null): string | null {
    return value === null ? null : this.text.t('quality.ms', { value: round(value, 0) });
  }

  #bitrate(bps: number | null): string | null {
    if (bps === null) return null;
    return bps < 1_000_000 ? this.text.t('quality.kbps', { value: round(bps / 1000, 0) }) : this.text.t('quality.mbps', { value: round(bps / 1_000_000, 1) });
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
