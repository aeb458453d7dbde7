import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something as long as it is shown: `start` answers how to stop. Looked at whenever the host renders. */
export class WhileShown implements ReactiveController {
  readonly #host: ReactiveControllerHost & Pick<Node, 'isConnected'>;
  readonly #isShown: () => boolean;
  readonly #start: () => () => void;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & Pick<Node, 'isConnected'>, isShown: () => boolean, start: () => () => void) {
    this.#host = host;
    this.#isShown = isShown;
    this.#start = start;
    host.addController(this);
  }

  hostUpdated(): void {
    // The last rendering may come after the host has left the page.
    if (!this.#host.isConnected || !this.#isShown()) this.hostDisconnected();
    else this.#stop ??= this.#start();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
