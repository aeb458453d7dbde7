import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something as long as it is shown: `start` answers how to stop. Looked at whenever the host renders. */
export class WhileShown implements ReactiveController {
  readonly #isShown: () => boolean;
  readonly #start: () => () => void;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, isShown: () => boolean, start: () => () => void) {
    this.#isShown = isShown;
    this.#start = start;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#isShown()) this.hostDisconnected();
    else this.#stop ??= this.#start();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
