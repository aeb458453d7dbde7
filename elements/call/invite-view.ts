import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';

interface InviteOptions {
  readonly text: Localizer;
  readonly url: string;
  readonly isCopied: boolean;
  /** False where inviting is left out of the interface. */
  readonly isOffered: boolean;
  readonly onCopy: () => void;
}

/** Nobody else is here yet: says so kindly and offers the link. */
export function inviteView({ text, url, isCopied, isOffered, onCopy }: InviteOptions): TemplateResult {
  return html`<div class="invite" part="invite">
    <h2>${text.t('alone.title')}</h2>
    ${isOffered
      ? html`<p>${text.t('alone.text')}</p>
          <div class="link">
            <input
              readonly
              aria-label=${text.t('alone.link')}
              .value=${url}
              @focus=${(event: Event) => {
                (event.target as HTMLInputElement).select();
              }}
            />
            <button type="button" part="button" class="button primary" data-action="copy" aria-live="polite" @click=${onCopy}>
              ${isCopied ? icons.check : icons.copy}<span>${text.t(isCopied ? 'alone.copied' : 'alone.copy')}</span>
            </button>
          </div>`
      : nothing}
  </div>`;
}
