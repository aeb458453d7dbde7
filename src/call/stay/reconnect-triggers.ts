import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { World } from '../../world/world-port.js';

/** One cause tells of itself by several events; those within this time are one. */
const GATHER_MS = 200;
/** Shorter absences leave the page's connections alone. */
const LONG_HIDDEN_MS = 60_000;

export interface ReconnectTriggersOptions {
  readonly world: World;
  readonly clock: Clock;
  /** Something happened to this device: its connections may be dead without knowing it. */
  readonly onTrigger: () => void;
}

/** Tells when connections have to be looked after at once, without waiting for silence. Until closed. */
export class ReconnectTriggers {
  readonly #options: ReconnectTriggersOptions;
  readonly #scope: Scope;
  #isWaiting = false;
  #hiddenAt: number | null = null;

  constructor(options: ReconnectTriggersOptions) {
    this.#options = options;
    const { world, clock } = options;
    this.#scope = new Scope(clock);
    if (world.isHidden) this.#hiddenAt = clock.now();
    this.#scope.add(
      world.on('network-changed', ({ isOnline }) => {
        if (isOnline) this.#trigger();
      }),
    );
    this.#scope.add(
      world.on('woke', () => {
        this.#trigger();
      }),
    );
    this.#scope.add(
      world.on('page', ({ change }) => {
        if (change === 'hidden') this.#hiddenAt = clock.now();
        else if (change === 'visible') this.#handleVisible();
        else if (change === 'resumed' || change === 'restored') this.#trigger();
      }),
    );
  }

  close(): void {
    this.#scope.close();
  }

  #handleVisible(): void {
    const hiddenMs = this.#hiddenAt === null ? 0 : this.#options.clock.now() - this.#hiddenAt;
    this.#hiddenAt = null;
    if (hiddenMs >= LONG_HIDDEN_MS) this.#trigger();
  }

  #trigger(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#scope.after(GATHER_MS, () => {
      this.#isWaiting = false;
      this.#options.onTrigger();
    });
  }
}
