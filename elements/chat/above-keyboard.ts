import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';

/** The room that is left in any case, so that what is typed can be read. */
const LEAST_PX = 96;

/** Tells the host, by `--_covered`, how much of its foot lies under a keyboard on the screen, so that it can end above it. */
export class AboveKeyboard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #scope: Scope | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const viewport = window.visualViewport;
    if (!viewport) return;
    this.#scope = new Scope(systemClock);
    this.#scope.listen(viewport, 'resize', this.measure);
    this.#scope.listen(viewport, 'scroll', this.measure);
  }

  hostDisconnected(): void {
    this.#scope?.close();
    this.#scope = undefined;
  }

  /** Also to be called when typing begins and ends: only then is a keyboard on the screen. */
  readonly measure = (): void => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const { bottom, height } = this.#host.getBoundingClientRect();
    const isTyping = this.#host.shadowRoot?.activeElement?.matches('textarea') === true;
    // Where the visitor zoomed in, the window is smaller too, but nothing is covered.
    const covered = isTyping && viewport.scale === 1 ? bottom - (viewport.offsetTop + viewport.height) : 0;
    const room = Math.max(0, Math.min(covered, height - LEAST_PX));
    this.#host.style.setProperty('--_covered', `${Math.round(room)}px`);
  };
}
