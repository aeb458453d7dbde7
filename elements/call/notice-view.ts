import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';

export interface Notice {
  /** `busy` turns, `calm` says goodbye, `alert` is what went wrong. */
  readonly tone: 'busy' | 'calm' | 'alert';
  /** Errors are said at once; why a call ended is said by the status. */
  readonly role?: 'alert' | undefined;
  readonly title: string;
  readonly words?: string;
  /** By `data-action`: `rejoin` is the main one. */
  readonly ways: Readonly<Record<string, readonly [label: string, onClick: () => void]>>;
  /** Comes later, under the ways; the notice is complete without it. */
  readonly more?: TemplateResult | undefined;
}

const LOOKS: Readonly<Record<string, string>> = { rejoin: 'primary', lobby: 'quiet' };

/** What stands in the place of the call: on the way in, over, or failed; and the ways on from there. */
export function noticeView({ tone, role, title, words, ways, more }: Notice): TemplateResult {
  return html`<div class="notice" part="notice">
    ${tone === 'busy' ? html`<span class="spinner"></span>` : html`<span class="notice-icon" data-tone=${tone}>${tone === 'calm' ? icons.leave : icons.alert}</span>`}
    <div role=${role ?? nothing}>
      <h2 tabindex="-1" data-view-focus>${title}</h2>
      <p>${words}</p>
    </div>
    <div class="ways">
      ${Object.entries(ways).map(
        ([action, [label, onClick]]) =>
          html`<button type="button" part="button" class="button ${LOOKS[action]}" data-action=${action} @click=${onClick}>
            ${label}
          </button>`,
      )}
    </div>
    ${more}
  </div>`;
}
