import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { Call } from '../../src/call/call.js';
import { NexPushToTalkEvent } from '../events/nex-push-to-talk-event.js';

/** The microphone while a key is held. Whatever takes the key or the page away lets go of it: nobody is heard unawares. */
export class PushToTalk {
  readonly #host: HTMLElement;
  #scope: Scope | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get isHeld(): boolean {
    return this.#scope !== null;
  }

  /** `code` is the physical key whose release ends it: its character may be another by then. */
  hold(call: Call, code: string): void {
    if (this.#scope) return;
    const scope = new Scope(systemClock);
    this.#scope = scope;
    const release = (): void => {
      scope.close();
    };
    scope.add(() => {
      this.#scope = null;
      // The last wish wins, also over a microphone that is still starting.
      call.setMicrophone(false).catch(() => undefined);
      this.#host.dispatchEvent(new NexPushToTalkEvent({ isHeld: false }));
    });
    scope.listen(window, 'keyup', (event) => {
      if ((event as KeyboardEvent).code === code) release();
    }, { capture: true });
    scope.listen(window, 'blur', release);
    scope.listen(document, 'visibilitychange', release);
    scope.add(call.on('state-changed', release));
    call.setMicrophone(true).catch(() => undefined);
    this.#host.dispatchEvent(new NexPushToTalkEvent({ isHeld: true }));
  }

  release(): void {
    this.#scope?.close();
  }
}
