import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from './localize.js';
import type { PermissionPlace } from './permission-place.js';
import { permissionSteps } from './permission-steps.js';
import { addTexts } from './text-store.js';
import { enLobbyChecks } from './texts/en-lobby-checks.js';

addTexts(enLobbyChecks);

const NAMES = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari' } as const;
/** For the owner of the page around, to be pasted. */
const ALLOW = 'allow="camera; microphone; display-capture; autoplay; fullscreen"';

export interface PermissionHelpOptions {
  readonly place: PermissionPlace;
  readonly media: 'microphone' | 'camera' | 'both';
  readonly text: Localizer;
}

/** How to get camera and microphone back, for this browser and the page around it; styled by `latePermissionHelpStyles`. */
export function permissionHelp({ place, media, text }: PermissionHelpOptions): TemplateResult {
  const title = text.t(
    media === 'both' ? 'lobbyChecks.helpBoth' : media === 'camera' ? 'lobbyChecks.helpCamera' : 'lobbyChecks.helpMicrophone',
  );
  return html`<section class="permission-help" aria-label=${title}>
    <h3>${title}</h3>
    ${place.isSecure ? (place.frame === 'closed' ? frame(text, 'lobbyChecks.frame') : steps(place, text)) : html`<p>${text.t('lobbyChecks.insecure')}</p>`}
  </section>`;
}

function steps(place: PermissionPlace, text: Localizer): TemplateResult {
  const browser = place.browser === 'unknown' ? text.t('lobbyChecks.yourBrowser') : NAMES[place.browser];
  return html`${place.browser === 'unknown' ? nothing : html`<p class="where">${text.t('lobbyChecks.helpIn', { browser })}</p>`}
    <ol>
      ${permissionSteps(place).map((step) => html`<li>${text.t(step, { browser })}</li>`)}
    </ol>
    ${place.frame === 'unknown' ? frame(text, 'lobbyChecks.frameMaybe') : nothing}`;
}

function frame(text: Localizer, key: 'lobbyChecks.frame' | 'lobbyChecks.frameMaybe'): TemplateResult {
  const { href, protocol } = location;
  return html`<p>${text.t(key)}</p>
    ${
      protocol === 'https:' || protocol === 'http:'
        ? html`<a class="button" href=${href} target="_blank" rel="noopener">${text.t('lobbyChecks.openTab')}</a>`
        : nothing
    }
    <p>${text.t('lobbyChecks.frameOwner')}</p>
    <code dir="ltr">${ALLOW}</code>`;
}
