import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../shared/base.styles.js';
import { NexElement } from '../shared/nex-element.js';
import { placePopover } from '../shared/place-popover.js';
import { popoverStyles } from '../shared/popover.styles.js';
import type { createQualityPanel } from './quality-panel.js';
import { isSameQuality, selectQuality, type QualityView } from './quality-view.js';
import { qualityStyles } from './quality.styles.js';
import { levelText } from './level-text.js';
import { signalBars } from './signal-bars.js';
import { StatsFeed } from './stats-feed.js';

/**
 * How well the call, or one participant's connection, goes: an indicator, and a panel with the numbers.
 *
 * @csspart button - The indicator.
 * @csspart button-text - The word beside its bars.
 * @csspart panel - The panel with the numbers.
 * @csspart coach-button - A button in the panel that does what helps.
 * @csspart report-button - The button in the panel that downloads a report of the call.
 */
export class NexQuality extends NexElement {
  static override styles = [baseStyles, popoverStyles, qualityStyles];

  /** Whose connection; empty is the call as a whole. */
  @property({ attribute: 'participant-id' }) participantId = '';
  /** Whether the panel is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** What the panel shows comes when it is first opened. */
  @state() private panelView: ReturnType<typeof createQualityPanel> | null = null;

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
    if (this.open && !this.panelView) void this.#load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const panel = this.panelElement;
    if (panel === null) return;
    if (panel.matches(':popover-open') !== this.open) {
      if (this.open) panel.showPopover();
      else panel.hidePopover();
    }
    if (this.open && changed.has('open')) panel.focus();
    if (this.open && this.indicatorElement) placePopover(panel, this.indicatorElement);
  }

  async #load(): Promise<void> {
    try {
      this.panelView = (await import('./quality-panel.js')).createQualityPanel({
        host: this,
        text: this.text,
        getCall: () => this.activeCall,
        historyOf: (id) => this.#feed.historyOf(id),
      });
    } catch {
      // Nothing to show; opening it again tries again.
      this.open = false;
    }
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
    const level = levelText(view.level, this.text);
    const label =
      view.name === null
        ? this.text.t('quality.button', { level })
        : this.text.t('quality.buttonOf', { name: view.name || this.text.t('tile.guest'), level });
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
        ${signalBars(view.level)}<span part="button-text">${level}</span>
      </button>
      <div
        class="popover panel"
        part="panel"
        popover="auto"
        role="dialog"
        aria-labelledby="title"
        tabindex="-1"
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeyDown}
      >
        ${
          this.open && this.panelView
            ? this.panelView({ view, statsOf: (id) => this.#feed.of(id), onClose: this.#onClose })
            : html`<h2 id="title">${this.text.t('quality.title')}</h2>`
        }
      </div>
    `;
  }
}
