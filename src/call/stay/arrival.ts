import type { Clock } from '../../base/clock.js';
import { holdLateLoading } from '../../base/late-loading.js';
import { Scope } from '../../base/scope.js';
import type { Engine } from '../../engine/engine-port.js';

/** After the first connection stands, for its first pictures. */
const FIRST_PICTURE_MS = 300;
/** Whatever takes longer no longer holds up the interface. */
const LONGEST_MS = 6000;

/** Keeps the line and the processor free for the first connection: what is loaded late waits for it. */
export class Arrival {
  readonly #scope: Scope;

  constructor(clock: Clock) {
    this.#scope = new Scope(clock);
    this.#scope.add(holdLateLoading());
    this.#endIn(LONGEST_MS);
  }

  follow(engine: Engine): void {
    const scope = this.#scope;
    let isAlone = true;
    scope.add(
      engine.on('participant-joined', () => {
        isAlone = false;
      }),
    );
    scope.add(
      engine.on('participant-ready', () => {
        this.#endIn(FIRST_PICTURE_MS);
      }),
    );
    scope.add(
      engine.on('phase', ({ phase }) => {
        if (phase === 'joined' && isAlone) scope.close();
      }),
    );
  }

  end(): void {
    this.#scope.close();
  }

  #endIn(delayMs: number): void {
    this.#scope.after(delayMs, () => {
      this.#scope.close();
    });
  }
}
