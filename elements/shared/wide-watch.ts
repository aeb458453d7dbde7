import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the host is at least that wide, CSS pixels; renders it again when that changes. */
export class WideWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #width: number;
  #observer: ResizeObserver | null = null;
  #isWide = false;

  constructor(host: ReactiveControllerHost & HTMLElement, width: number) {
    this.#host = host;
    this.#width = width;
    host.addController(this);
  }

  get isWide(): boolean {
    return this.#isWide;
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const isWide = (entry?.borderBoxSize[0]?.inlineSize ?? 0) >= this.#width;
      if (isWide === this.#isWide) return;
      this.#isWide = isWide;
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
