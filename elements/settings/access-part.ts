import { html, type LitElement, type TemplateResult } from 'lit';
import { NexShortcutsHelpEvent } from '../events/nex-shortcuts-help-event.js';
import { announcementChoices, type AnnouncementChoices } from '../shared/announcement-choices.js';
import { shortcutChoices } from '../shared/shortcut-choices.js';
import { checkField } from './check-field.js';
import type { SettingsPart } from './settings-part.js';

const CLASSES = {
  arrivals: 'settings.announceArrivals',
  messages: 'settings.announceMessages',
  reactions: 'settings.announceReactions',
} as const satisfies Record<keyof AnnouncementChoices, string>;

/** What a screen reader is told, and single keys. */
export function createAccessPart(host: LitElement): SettingsPart {
  return ({ text }) => html`
    <fieldset aria-describedby="announce-hint">
      <legend class="field-name">${text.t('settings.announce')}</legend>
      ${(['arrivals', 'messages', 'reactions'] as const).map((name): TemplateResult =>
        checkField(text.t(CLASSES[name]), announcementChoices.value[name], (isOn) => {
          announcementChoices.set({ ...announcementChoices.value, [name]: isOn });
        }),
      )}
      <p class="hint" id="announce-hint">${text.t('settings.announceHint')}</p>
    </fieldset>
    <fieldset aria-describedby="shortcuts-hint">
      <legend class="field-name">${text.t('settings.shortcuts')}</legend>
      ${checkField(text.t('settings.shortcutsOn'), shortcutChoices.value.isOn, (isOn) => {
        shortcutChoices.set({ ...shortcutChoices.value, isOn });
      })}
      <p class="hint" id="shortcuts-hint">${text.t('settings.shortcutsHint')}</p>
      <button
        type="button"
        part="button"
        class="button"
        data-action="shortcuts-help"
        @click=${() => {
          host.dispatchEvent(new NexShortcutsHelpEvent());
        }}
      >
        ${text.t('settings.shortcutsHelp')}
      </button>
    </fieldset>
  `;
}
