import type { ReactiveController } from 'lit';
import type { Call } from '../../src/call/call.js';
import { CallFinder } from '../../src/context/call-finder.js';
import type { CallHost } from '../../src/context/call-host.js';

/** Puts the visitor's own sound level into `--_level` (0 to 1) of the host, without ever rendering. */
export class LevelLine implements ReactiveController {
  readonly #host: CallHost;
  #stopListening: (() => void) | undefined;
  #stop: (() => void) | undefined;

  constructor(host: CallHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopListening = CallFinder.of(this.#host).listen(this.#onCall);
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#onCall(null);
  }

  readonly #onCall = (call: Call | null): void => {
    this.#stop?.();
    this.#host.style.removeProperty('--_level');
    this.#stop = call?.onAudioLevel(call.state.self.id, (level) => {
      this.#host.style.setProperty('--_level', level.toFixed(2));
    });
  };
}
