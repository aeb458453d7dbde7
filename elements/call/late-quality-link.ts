import type { ReactiveControllerHost } from 'lit';
import { ownTags } from '../shared/own-tags.js';

type Quality = HTMLElement & { open: boolean };

/** The quality panel stays where `<nex-quality>` shows it: opens it there, and hears when the visitor closes it. */
export class LateQualityLink {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onClosed: () => void;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onClosed: () => void) {
    this.#host = host;
    this.#onClosed = onClosed;
  }

  get #element(): Quality | null {
    return this.#host.shadowRoot?.querySelector<Quality>(ownTags('nex-quality')) ?? null;
  }

  /** Rendered only then, where it was not yet: nobody else is here. */
  open(): void {
    void this.#host.updateComplete.then(() => {
      const quality = this.#element;
      if (!quality) return;
      quality.open = true;
      this.#observer?.disconnect();
      this.#observer = new MutationObserver(() => {
        if (quality.hasAttribute('open')) return;
        this.#observer?.disconnect();
        this.#onClosed();
      });
      this.#observer.observe(quality, { attributeFilter: ['open'] });
    });
  }

  close(): void {
    this.#observer?.disconnect();
    const quality = this.#element;
    if (quality) quality.open = false;
  }
}
