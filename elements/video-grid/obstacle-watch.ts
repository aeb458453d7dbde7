import type { LitElement, ReactiveController } from 'lit';

/** Tells when something may have come over the grid, or gone: a sheet from below, a panel. Elements that the page itself lays out are not watched. */
export class ObstacleWatch implements ReactiveController {
  readonly #host: LitElement;
  readonly #onChange: () => void;
  #observer: MutationObserver | undefined;
  #frame = 0;

  constructor(host: LitElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.#host.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    this.#observer = new MutationObserver(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#onChange();
      });
    });
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
