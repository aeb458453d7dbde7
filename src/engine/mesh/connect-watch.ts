import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';

export interface ConnectWatchOptions {
  readonly clock: Clock;
  /** Whether nothing is waited for: the connection works, or is being mended. */
  readonly isSettled: () => boolean;
  /** Whether the other's address has been free since its last sign of life. */
  readonly isAddressFree: () => Promise<boolean>;
  readonly onAbsent: () => void;
  readonly onTimeout: () => void;
}

const DEADLINE_MS = 30_000;
const PERIOD_MS = 2_000;
/** Free once may mean that the other is just reconnecting to the server. */
const WANTED_EVIDENCE = 2;

/** How long one who does not connect is waited for: others may speak of somebody whose browser is dead. */
export class ConnectWatch {
  readonly #options: ConnectWatchOptions;
  readonly #scope: Scope;
  #evidence = 0;

  constructor(options: ConnectWatchOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#scope.after(DEADLINE_MS, () => {
      if (!options.isSettled()) options.onTimeout();
    });
    this.#scope.every(PERIOD_MS, () => void this.#look());
  }

  handleSign(): void {
    this.#evidence = 0;
  }

  close(): void {
    this.#scope.close();
  }

  async #look(): Promise<void> {
    if (this.#options.isSettled()) return;
    const isFree = await this.#options.isAddressFree().catch(() => false);
    this.#evidence = isFree ? this.#evidence + 1 : 0;
    if (this.#evidence >= WANTED_EVIDENCE && !this.#options.isSettled() && !this.#scope.isClosed) this.#options.onAbsent();
  }
}
