import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';

/** Whether the host can be seen now: shown, inside of what is scrolled, and in a page that is looked at. */
export class InSight implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #scope: Scope | undefined;
  #isShown = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): boolean {
    return this.#isShown && document.visibilityState === 'visible';
  }

  hostConnected(): void {
    const scope = new Scope(systemClock);
    this.#scope = scope;
    scope.listen(document, 'visibilitychange', () => {
      this.#host.requestUpdate();
    });
    const observer = new IntersectionObserver((entries) => {
      this.#isShown = entries.at(-1)?.isIntersecting === true;
      this.#host.requestUpdate();
    });
    observer.observe(this.#host);
    scope.add(() => {
      observer.disconnect();
    });
  }

  hostDisconnected(): void {
    this.#scope?.close();
    this.#isShown = false;
  }
}
