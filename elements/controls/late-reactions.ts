import { html, type TemplateResult } from 'lit';
import { REACTIONS, type Reaction } from '../../src/call/call-words.js';
import type { Localizer, TextKey } from '../shared/localize.js';

const NAMES = {
  '👍': 'moreControls.thumbsUp',
  '❤️': 'moreControls.heart',
  '😂': 'moreControls.laugh',
  '😮': 'moreControls.wow',
  '👏': 'moreControls.clap',
  '🎉': 'moreControls.party',
} as const satisfies Readonly<Record<Reaction, TextKey>>;

export function reactionName(emoji: Reaction, text: Localizer): string {
  return text.t(NAMES[emoji]);
}

/** The reactions as items of a menu, side by side. */
export function reactionsRow(text: Localizer, onReact: (emoji: Reaction) => void): TemplateResult {
  return html`<div class="reaction-row" role="group" aria-label=${text.t('moreControls.reactions')}>
    ${REACTIONS.map(
      (emoji) =>
        html`<button
          type="button"
          class="reaction"
          role="menuitem"
          tabindex="-1"
          aria-label=${reactionName(emoji, text)}
          @click=${() => {
            onReact(emoji);
          }}
        >
          <span aria-hidden="true">${emoji}</span>
        </button>`,
    )}
  </div>`;
}
