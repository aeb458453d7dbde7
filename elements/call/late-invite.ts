import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import { InviteLink } from '../shared/invite-link.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';

/** Nobody else is here yet: says so kindly and offers the link, by copy, by the system's own sharing, and as a QR code. */
export class LateInvite {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #text: Localizer;
  readonly #link: InviteLink;
  #code: { readonly url: string; readonly picture: TemplateResult | null } | null = null;
  #isCodeShown = false;

  constructor(host: ReactiveControllerHost & HTMLElement, text: Localizer) {
    this.#host = host;
    this.#text = text;
    this.#link = new InviteLink(host);
  }

  readonly #onShare = (): void => {
    this.#link.share(this.#text.t('lateCall.shareTitle'));
  };

  readonly #onCode = (): void => {
    this.#isCodeShown = !this.#isCodeShown;
    if (this.#isCodeShown) void this.#draw();
    this.#host.requestUpdate();
  };

  async #draw(): Promise<void> {
    const { url } = this.#link;
    if (this.#code?.url === url && this.#code.picture) return;
    // An address too long for any code, or no network to load what draws it.
    const picture = await import('./late-qr-code.js').then(({ qrCode }) => qrCode(url)).catch(() => null);
    this.#code = { url, picture };
    this.#host.requestUpdate();
  }

  /** `isInviting`: the link is part of the interface. */
  render(isInviting: boolean): TemplateResult {
    const text = this.#text;
    return html`<div class="invite" part="invite">
      <h2>${text.t('alone.title')}</h2>
      ${isInviting ? this.#renderLink() : nothing}
    </div>`;
  }

  #renderLink(): TemplateResult {
    const text = this.#text;
    const link = this.#link;
    return html`<p>${text.t('alone.text')}</p>
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
      </div>
      <div class="more-ways">
        ${
          link.canShare
            ? html`<button type="button" part="button" class="button quiet" data-action="share" @click=${this.#onShare}>
                ${panelIcons.share}<span>${text.t('lateCall.share')}</span>
              </button>`
            : nothing
        }
        <button
          type="button"
          part="button"
          class="button quiet"
          data-action="code"
          aria-expanded=${this.#isCodeShown ? 'true' : 'false'}
          @click=${this.#onCode}
        >
          ${panelIcons.code}<span>${text.t(this.#isCodeShown ? 'lateCall.hideCode' : 'lateCall.showCode')}</span>
        </button>
      </div>
      ${this.#isCodeShown ? this.#renderCode() : nothing}`;
  }

  #renderCode(): TemplateResult {
    const text = this.#text;
    const picture = this.#code?.url === this.#link.url ? this.#code.picture : undefined;
    if (picture === undefined) return html`<div class="code"><span class="spinner" aria-hidden="true"></span></div>`;
    if (picture === null) return html`<p role="alert">${text.t('lateCall.codeFailed')}</p>`;
    return html`<div class="code" role="img" aria-label=${text.t('lateCall.code')}>${picture}</div>
      <p>${text.t('lateCall.codeHint')}</p>`;
  }
}
