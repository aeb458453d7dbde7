import type { Scope } from '../../base/scope.js';
import type { World } from '../../world/world-port.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import type { Captures } from '../capture/captures.js';

/** The system gives a microphone back a moment after the page is shown again; only then it is taken back. */
const GIVE_BACK_MS = 2000;

export interface SurroundingsOptions {
  readonly world: World;
  readonly snapshot: CallSnapshot;
  readonly captures: Captures;
  readonly scope: Scope;
}

/** Carries what happens around the call into it: no network, little battery, a page that nobody sees. */
export class Surroundings {
  readonly #options: SurroundingsOptions;
  #cancelGiveBack = (): void => undefined;

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    const { world, snapshot, scope } = options;
    snapshot.patch({ isOffline: !world.isOnline, power: world.power });
    if (world.isHidden) this.#handleHidden();
    scope.add(
      world.on('network-changed', ({ isOnline }) => {
        snapshot.patch({ isOffline: !isOnline });
      }),
    );
    scope.add(
      world.on('power', ({ power }) => {
        snapshot.patch({ power });
      }),
    );
    scope.add(
      world.on('page', ({ change }) => {
        if (change === 'hidden') this.#handleHidden();
        else if (change === 'visible' || change === 'restored') this.#handleVisible();
      }),
    );
  }

  /** On a phone the camera of a page that nobody looks at costs battery and shows a pocket. */
  #handleHidden(): void {
    this.#cancelGiveBack();
    if (this.#options.world.isHandheld) this.#options.captures.pauseCamera(true);
  }

  #handleVisible(): void {
    const { captures, scope } = this.#options;
    captures.pauseCamera(false);
    this.#cancelGiveBack();
    this.#cancelGiveBack = scope.after(GIVE_BACK_MS, () => {
      captures.restartInterrupted();
    });
  }
}
