import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../shared/base.styles.js';
import { captionLook } from '../shared/caption-look.js';
import { ChoiceWatch } from '../shared/choice-watch.js';
import { icons } from '../shared/icons.js';
import { lateCaptionLineStyles } from '../shared/late-caption-line.styles.js';
import { NexElement } from '../shared/nex-element.js';
import { addTexts } from '../shared/text-store.js';
import { enCaptions } from '../shared/texts/en-captions.js';
import { styleOf } from '../shared/style-of.js';
import type { CaptionLine } from './caption-line.js';
import { captionsStyles } from './captions.styles.js';
import { showWhole } from './show-whole.js';

addTexts(enCaptions);

/** Shown at once; older ones are in the log. */
const LATEST = 3;
/** Kept for the log. */
const KEPT = 500;
/** The log follows what is new while it stands this close to its end, CSS pixels. */
const AT_END_PX = 24;

/**
 * What is being said, in the visitor's own look: three lines at most, and a log of everything that can be opened.
 * Takes no room while nothing was said. Stands in the flow of its box: `place` (chosen in the settings) puts it in front
 * of what is beside it in a grid or column, or leaves it where it is.
 *
 * @csspart captions - the latest lines
 * @csspart log - everything said so far
 * @csspart button - opens and closes the log
 */
export class NexCaptions extends NexElement {
  static override styles = [...baseStyles, lateCaptionLineStyles, captionsStyles];

  /** What was said, oldest first. */
  @property({ attribute: false }) lines: readonly CaptionLine[] = [];
  /** Whether everything said so far is shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  @query('.log') private logElement!: HTMLElement | null;
  @query('.window') private windowElement!: HTMLElement | null;

  #isAtEnd = true;

  constructor() {
    super();
    new ChoiceWatch(this, [captionLook]);
  }

  /** Adds a line, or replaces the one with the same id: words that were understood better. */
  add(line: CaptionLine): void {
    const index = this.lines.findLastIndex(({ id }) => id === line.id);
    this.lines = index < 0 ? [...this.lines, line].slice(-KEPT) : this.lines.with(index, line);
  }

  protected override willUpdate(): void {
    this.toggleAttribute('data-empty', this.#said.length === 0);
    this.setAttribute('place', captionLook.value.place);
    const log = this.logElement;
    this.#isAtEnd = log === null || log.scrollHeight - log.scrollTop - log.clientHeight < AT_END_PX;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const log = this.logElement;
    if (this.windowElement) showWhole(this.windowElement);
    if (log && (changed.has('open') || this.#isAtEnd)) log.scrollTop = log.scrollHeight;
  }

  readonly #onToggle = (): void => {
    this.open = !this.open;
  };

  protected override render(): TemplateResult | typeof nothing {
    const said = this.#said;
    if (said.length === 0) return nothing;
    const { size, color, background } = captionLook.value;
    const style = styleOf({ '--_caption-size': String(size / 100) });
    const label = this.text.t(this.open ? 'captions.closeLog' : 'captions.openLog');
    // Not a live region: a screen reader hears the call itself. Who wants to read goes to the log.
    return html`
      ${
        this.open
          ? html`<div
              class="log"
              part="log"
              id="log"
              role="log"
              aria-live="off"
              tabindex="0"
              aria-label=${this.text.t('captions.log')}
              style=${style}
            >
              ${repeat(
                said,
                ({ id }) => id,
                (line) => this.#line(line, line.isFinal ? '' : 'open'),
              )}
            </div>`
          : nothing
      }
      <div class="strip" role="group" aria-label=${this.text.t('captions.label')}>
        <div class="lines" part="captions" data-color=${color} data-background=${background} style=${style}>
          <div class="window">
            ${repeat(
              said.slice(-LATEST),
              ({ id }) => id,
              (line) => this.#line(line, ''),
            )}
          </div>
        </div>
        <button
          type="button"
          class="toggle"
          part="button"
          aria-label=${label}
          title=${label}
          aria-expanded=${this.open ? 'true' : 'false'}
          @click=${this.#onToggle}
        >
          ${icons.chevron}
        </button>
      </div>
    `;
  }

  #line({ speaker, text }: CaptionLine, name: string): TemplateResult {
    return html`<p class=${name}>
      <span class="speaker"><bdi>${speaker || this.text.t('captions.guest')}</bdi></span> <span class="said"><bdi>${text}</bdi></span>
    </p>`;
  }

  get #said(): readonly CaptionLine[] {
    return this.lines.filter(({ text }) => text.trim() !== '');
  }
}
