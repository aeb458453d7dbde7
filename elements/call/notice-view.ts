import { html, nothing, type TemplateResult } from 'lit';
import type { NexError } from '../../src/base/nex-error.js';
import type { LeaveReason } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';

interface NoticeActions {
  readonly onRejoin: () => void;
  readonly onLobby: () => void;
}

/** Why the call is over, and the ways back. */
export function endedView(reason: LeaveReason, text: Localizer, actions: NoticeActions): TemplateResult {
  return html`<div class="notice" part="notice">
    <span class="notice-icon" data-tone=${reason === 'left' || reason === 'ended' ? 'calm' : 'alert'}>
      ${reason === 'left' || reason === 'ended' ? icons.leave : icons.alert}
    </span>
    <h2 tabindex="-1" data-view-focus>${text.t(`ended.${reason}`)}</h2>
    <p>${text.t(`ended.${reason}Text`)}</p>
    ${ways(text.t('call.rejoin'), text, actions)}
  </div>`;
}

/** What went wrong in words, and the ways out; without `actions` only the page's owner can help. */
export function errorView(error: NexError, text: Localizer, actions: NoticeActions | null): TemplateResult {
  const { option, value, expected } = error.detail;
  return html`<div class="notice" part="notice" role="alert">
    <span class="notice-icon" data-tone="alert">${icons.alert}</span>
    <h2 tabindex="-1" data-view-focus>${text.errorTitle(error.code)}</h2>
    <p>${text.errorAdvice(error.code)}</p>
    ${actions ? ways(text.t('call.retry'), text, actions) : nothing}
    <details>
      <summary>${text.t('call.details')}</summary>
      <p>
        <code>${error.code}</code>
        ${option === undefined ? nothing : html`<br /><code>${option}${value === undefined ? '' : `="${value}"`}</code>`}
        ${expected === undefined ? nothing : html`<br />${text.t('call.expected', { expected })}`}
      </p>
    </details>
  </div>`;
}

/** On the way in, for who skipped the lobby. */
export function joiningView(text: Localizer, onCancel: () => void): TemplateResult {
  return html`<div class="notice" part="notice">
    <span class="spinner" aria-hidden="true"></span>
    <p tabindex="-1" data-view-focus>${text.t('call.joining')}</p>
    <button type="button" part="button" class="button" data-action="cancel" @click=${onCancel}>${text.t('call.cancel')}</button>
  </div>`;
}

function ways(main: string, text: Localizer, { onRejoin, onLobby }: NoticeActions): TemplateResult {
  return html`<div class="ways">
    <button type="button" part="button" class="button primary" data-action="rejoin" @click=${onRejoin}>${main}</button>
    <button type="button" part="button" class="button quiet" data-action="lobby" @click=${onLobby}>
      ${text.t('call.backToLobby')}
    </button>
  </div>`;
}
