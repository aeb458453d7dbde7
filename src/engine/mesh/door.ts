import type { Clock } from '../../base/clock.js';
import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import type { SignalingMessage, SignalingPort } from '../../signaling/signaling-port.js';
import { Admission } from './admission.js';
import { Rendezvous } from './rendezvous.js';
import type { Roster } from './roster.js';

export interface DoorOptions {
  readonly localId: string;
  readonly slotAddresses: readonly string[];
  readonly signaling: SignalingPort;
  readonly clock: Clock;
  readonly roster: Roster;
  readonly isReachable: () => boolean;
  readonly onMessage: (message: SignalingMessage) => void;
  readonly onSlotsChanged: (slots: readonly number[]) => void;
  /** Writes to whoever holds that address. */
  readonly knock: (address: string) => void;
}

const STANDING_PERIOD_MS = 1_000;
const KNOCK_STANDING_MS = 10_000;
const KNOCK_AGAIN_MS = [0, 1_000, 2_500, 5_000] as const;
const SLOTS = [0, 1, 2] as const;

/** The room's door: comes in by it, stands at it for newcomers, and knocks where other parts of the room may live. */
export class Door {
  readonly #options: DoorOptions;
  readonly #scope: Scope;
  readonly #rendezvous: Rendezvous;
  readonly #admission: Admission;
  #isLeaving = false;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#rendezvous = new Rendezvous(options);
    this.#admission = new Admission({
      scope: this.#scope,
      knock: (slots) => {
        this.#knock(slots);
      },
      claim: (slot) => this.#rendezvous.claim(slot),
    });
    this.#scope.add(() => {
      this.#rendezvous.close();
    });
  }

  /** The slots that we hold. */
  get slots(): readonly number[] {
    return this.#rendezvous.slots;
  }

  /** Whether we are still outside. */
  get isWaiting(): boolean {
    return this.#admission.isWaiting;
  }

  /** True when the room is empty: it begins with us. Rejects when the server cannot be reached. */
  tryFirst(): Promise<boolean> {
    return this.#rendezvous.claim(0);
  }

  /** Settles when we are in. Knocks while `isFirst` is still being asked: on a slow line that is a round trip. */
  enter(isFirst: Promise<boolean>): Promise<void> {
    this.#scope.every(STANDING_PERIOD_MS, () => void this.stand());
    this.#scope.every(KNOCK_STANDING_MS, () => {
      this.knockUncovered();
    });
    const admitted = this.#admission.wait();
    isFirst.then(this.#handleClaim, (error: unknown) => {
      this.admit(
        error instanceof NexError ? error : new NexError('signaling/unreachable', 'The room could not be reached', { cause: error }),
      );
    });
    return admitted;
  }

  /** A member answered (null) or the answer was no. */
  admit(error: NexError | null): void {
    this.#admission.settle(error);
  }

  /** Takes a slot that nobody holds, when it is our turn. */
  async stand(): Promise<void> {
    const { roster, localId, isReachable } = this.#options;
    if (this.isWaiting || this.#isLeaving || !isReachable()) return;
    const covered = roster.coveredSlots(this.slots);
    this.#knock(await this.#rendezvous.standBy(covered, roster.rankWithoutSlot(localId)));
  }

  /** At slots that are held by nobody known, another part of the room may live. */
  knockUncovered(): void {
    const covered = this.#options.roster.coveredSlots(this.slots);
    this.#knock(SLOTS.filter((slot) => !covered.has(slot)));
  }

  /** The server is back: others may take a moment longer to be there again. */
  handleReachable(): void {
    for (const delayMs of KNOCK_AGAIN_MS) {
      this.#scope.after(delayMs, () => {
        this.knockUncovered();
      });
    }
  }

  /** Something happened to this device: whatever it stood on may be gone. */
  handleWake(): void {
    this.#rendezvous.reconnectNow();
    this.#knock(SLOTS);
  }

  /** We are about to go: stands for nobody any more. */
  stopStanding(): void {
    this.#isLeaving = true;
  }

  close(error: NexError): void {
    this.#scope.close();
    this.#admission.settle(error);
  }

  readonly #handleClaim = (isFirst: boolean): void => {
    if (isFirst) {
      this.admit(null);
      this.#knock([2]);
    } else if (this.isWaiting) {
      // Where nobody held the slot yet, the first knock may be lost.
      this.#knock([0, 1]);
    }
  };

  #knock(slots: readonly number[]): void {
    if (this.#isLeaving) return;
    for (const slot of slots) {
      const address = this.#options.slotAddresses[slot];
      if (address !== undefined && !this.slots.includes(slot)) this.#options.knock(address);
    }
  }
}
