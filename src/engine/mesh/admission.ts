import type { NexError } from '../../base/nex-error.js';
import type { Scope } from '../../base/scope.js';

export interface AdmissionOptions {
  readonly scope: Scope;
  readonly knock: (slots: readonly number[]) => void;
  /** True when that slot is ours now. */
  readonly claim: (slot: number) => Promise<boolean>;
}

const KNOCK_AGAIN_MS = 2_000;
const MAX_KNOCKS = 3;
const SLOTS = [0, 1, 2] as const;

/** Waits at the door of a room whose first slot is taken: knocks until a member answers or turns us away. */
export class Admission {
  readonly #options: AdmissionOptions;
  #settle: ((error: NexError | null) => void) | null = null;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  get isWaiting(): boolean {
    return this.#settle !== null;
  }

  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      let knocks = 1;
      const stopKnocking = this.#options.scope.every(KNOCK_AGAIN_MS, () => {
        knocks += 1;
        if (knocks > MAX_KNOCKS) void this.#claimAny();
        this.#options.knock(SLOTS);
      });
      this.#settle = (error): void => {
        this.#settle = null;
        stopKnocking();
        if (error) reject(error);
        else resolve();
      };
      this.#options.knock([0, 1]);
    });
  }

  /** A member answered (null) or the answer was no. */
  settle(error: NexError | null): void {
    this.#settle?.(error);
  }

  /** Nobody answers: whoever holds the slots is dead and the server has not noticed. The room begins with us. */
  async #claimAny(): Promise<void> {
    for (const slot of SLOTS) {
      if (await this.#options.claim(slot).catch(() => false)) {
        this.settle(null);
        return;
      }
    }
  }
}
