import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';

/** How long the button says that the link was copied. */
export const COPIED_MS = 3000;

/** The link to this page: copied (and whether that was a moment ago), or handed to the system's own way of sharing. */
export class InviteLink implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #scope: Scope | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get url(): string {
    return location.href;
  }

  get isCopied(): boolean {
    return this.#scope !== undefined;
  }

  /** Not every browser, and not every page, may share. */
  get canShare(): boolean {
    return typeof navigator.canShare === 'function' && navigator.canShare({ url: this.url });
  }

  hostDisconnected(): void {
    this.#forget();
  }

  readonly copy = (): void => {
    navigator.clipboard
      .writeText(this.url)
      .then(() => {
        this.#forget();
        if (!this.#host.isConnected) return;
        this.#scope = new Scope(systemClock);
        this.#scope.after(COPIED_MS, () => {
          this.#forget();
          this.#host.requestUpdate();
        });
        this.#host.requestUpdate();
      })
      .catch(() => {
        // Where copying is refused, the link is selected for the visitor to copy.
        this.#host.shadowRoot?.querySelector<HTMLInputElement>('.link input')?.select();
      });
  };

  share(title: string): void {
    // The visitor may change their mind; there is nothing to say about that.
    navigator.share({ title, url: this.url }).catch(() => undefined);
  }

  #forget(): void {
    this.#scope?.close();
    this.#scope = undefined;
  }
}
