import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { InviteLink } from './invite-link.js';

/** Nobody else is here yet: says so kindly and offers the link; null where inviting is left out of the interface. */
export function inviteView(text: Localizer, link: InviteLink | null): TemplateResult {
  return html`<div class="invite" part="invite">
    <h2>${text.t('alone.title')}</h2>
    ${link
      ? html`<p>${text.t('alone.text')}</p>
          <div class="link">
            <input
              readonly
              aria-label=${text.t('alone.link')}
              .value=${link.url}
              @focus=${(event: Event) => {
                (event.target as HTMLInputElement).select();
              }}
            />
            <button type="button" part="button" class="button primary" data-action="copy" @click=${link.copy}>
              ${link.isCopied ? icons.check : icons.copy}<span>${text.t(link.isCopied ? 'alone.copied' : 'alone.copy')}</span>
            </button>
            <span class="visually-hidden" role="status">${link.isCopied ? text.t('alone.copied') : nothing}</span>
          </div>`
      : nothing}
  </div>`;
}
