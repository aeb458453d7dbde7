import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { NexPanelToggleEvent } from '../events/nex-panel-toggle-event.js';
import { announcementChoices } from '../shared/announcement-choices.js';
import { baseStyles } from '../shared/base.styles.js';
import { captionLook } from '../shared/caption-look.js';
import { ChoiceWatch } from '../shared/choice-watch.js';
import { fieldStyles } from '../shared/field.styles.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import { lateCaptionLineStyles } from '../shared/late-caption-line.styles.js';
import { latePermissionHelpStyles } from '../shared/late-permission-help.styles.js';
import { LevelLine } from '../shared/level-line.js';
import { NexElement } from '../shared/nex-element.js';
import { lateSelectStyles } from '../shared/late-select.styles.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import { addTexts } from '../shared/text-store.js';
import { enSettings } from '../shared/texts/en-settings.js';
import { WideWatch } from '../shared/wide-watch.js';
import { createAccessPart } from './access-part.js';
import { captionsPart } from './captions-part.js';
import { createDevicesPart } from './devices-part.js';
import { isSameSettings } from './is-same-settings.js';
import { partStyles } from './part.styles.js';
import { picturePart } from './picture-part.js';
import { settingFieldStyles } from './setting-field.styles.js';
import { SETTINGS_SECTIONS, type SettingsSection } from './settings-sections.js';
import type { SettingsPart } from './settings-part.js';
import { settingsStyles } from './settings.styles.js';
import { tabTarget } from './tab-target.js';
import { youPart } from './you-part.js';

addTexts(enSettings);

/** From this width on, CSS pixels, the sections are tabs; below, they unfold one at a time. */
const TABS_FROM = 560;

/**
 * Devices, picture and sound, name, announcements, shortcuts and the look of captions. Every change acts at once.
 *
 * @event {NexPanelToggleEvent} nex-panel-toggle - the close button was pressed
 * @event {NexShortcutsHelpEvent} nex-shortcuts-help - the list of shortcuts is asked for
 * @csspart heading - "Settings"
 * @csspart section-button - opens a section
 * @csspart section - what is in the open section
 * @csspart preview - the visitor's own picture
 * @csspart input - the name field
 * @csspart select - every list
 * @csspart button - every other button
 */
export class NexSettings extends NexElement {
  static override styles = [
    ...baseStyles,
    latePermissionHelpStyles,
    lateCaptionLineStyles,
    fieldStyles,
    lateSelectStyles,
    settingFieldStyles,
    partStyles,
    settingsStyles,
  ];

  /** Whether there is a close button. */
  @property({ type: Boolean }) closable = false;
  /** Sections to leave out, separated by spaces: `captions`. */
  @property() hide = '';
  /** The section that is open; empty: none, where the sections unfold. */
  @property() section: SettingsSection | '' = 'devices';

  @state() private hasFailed = false;
  @query('h2') private headingElement!: HTMLElement | null;

  readonly #state = this.select((snapshot) => snapshot, isSameSettings);
  readonly #wide = new WideWatch(this, TABS_FROM);
  readonly #parts: Readonly<Record<SettingsSection, SettingsPart>> = {
    devices: createDevicesPart(this, this.text),
    picture: picturePart,
    you: youPart,
    access: createAccessPart(this),
    captions: captionsPart,
  };

  constructor() {
    super();
    new LevelLine(this);
    new ChoiceWatch(this, [captionLook, announcementChoices, shortcutChoices]);
  }

  /** Focuses the heading: what comes next is the first thing in here. */
  override focus(options?: FocusOptions): void {
    this.headingElement?.focus(options);
  }

  readonly #onClose = (): void => {
    this.dispatchEvent(new NexPanelToggleEvent({ panel: 'settings', isOpen: false }));
  };

  readonly #run = (intent: Promise<void>): void => {
    intent.then(
      () => {
        this.hasFailed = false;
      },
      () => {
        // Why a capture failed is told where it is chosen.
        const { microphone, camera } = this.activeCall?.state.mediaErrors ?? {};
        this.hasFailed = microphone == null && camera == null;
      },
    );
  };

  protected override render(): TemplateResult {
    const close = this.text.t('settings.close');
    return html`
      <div class="head">
        <h2 part="heading" tabindex="-1">${this.text.t('settings.label')}</h2>
        ${
          this.closable
            ? html`<button type="button" part="button" class="close" aria-label=${close} title=${close} @click=${this.#onClose}>
                ${icons.close}
              </button>`
            : nothing
        }
      </div>
      <p class="failed" role="alert">${this.hasFailed ? this.text.t('settings.failed') : nothing}</p>
      ${this.#state.value === undefined ? html`<p class="empty">${this.text.t('call.empty')}</p>` : this.#sections()}
    `;
  }

  #sections(): TemplateResult {
    const hidden = hiddenParts(this.hide);
    const sections = SETTINGS_SECTIONS.filter((section) => !hidden.has(section));
    return this.#wide.isWide ? this.#tabs(sections) : this.#folds(sections);
  }

  #tabs(sections: readonly SettingsSection[]): TemplateResult {
    const shown = sections.find((section) => section === this.section) ?? 'devices';
    return html`<div class="tabbed">
      <div role="tablist" aria-orientation="vertical" aria-label=${this.text.t('settings.sections')} @keydown=${this.#onTabKey}>
        ${sections.map(
          (section) =>
            html`<button
              type="button"
              role="tab"
              part="section-button"
              class="tab"
              id="tab-${section}"
              aria-controls="panel"
              aria-selected=${section === shown ? 'true' : 'false'}
              tabindex=${section === shown ? 0 : -1}
              @click=${() => {
                this.section = section;
              }}
            >
              ${this.text.t(`settings.${section}`)}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" class="body" part="section" aria-labelledby="tab-${shown}" tabindex="0">${this.#content(shown)}</div>
    </div>`;
  }

  #folds(sections: readonly SettingsSection[]): TemplateResult {
    return html`<div class="folds">
      ${sections.map((section) => {
        const isOpen = section === this.section;
        return html`<div class="fold">
          <h3>
            <button
              type="button"
              part="section-button"
              class="fold-button"
              id="fold-${section}"
              aria-expanded=${isOpen ? 'true' : 'false'}
              @click=${() => {
                this.section = isOpen ? '' : section;
              }}
            >
              <span>${this.text.t(`settings.${section}`)}</span>${icons.chevron}
            </button>
          </h3>
          ${
            isOpen
              ? html`<div role="group" class="body" part="section" aria-labelledby="fold-${section}">${this.#content(section)}</div>`
              : nothing
          }
        </div>`;
      })}
    </div>`;
  }

  #content(section: SettingsSection): TemplateResult | typeof nothing {
    const call = this.activeCall;
    if (call === null) return nothing;
    return this.#parts[section]({ call, state: call.state, text: this.text, run: this.#run });
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const target = tabTarget(event, [...this.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')]);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    target.click();
    target.focus();
  };
}
