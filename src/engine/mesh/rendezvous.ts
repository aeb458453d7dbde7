import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { SignalingEndpoint, SignalingMessage, SignalingPort } from '../../signaling/signaling-port.js';

export interface RendezvousOptions {
  readonly signaling: SignalingPort;
  readonly slotAddresses: readonly string[];
  readonly clock: Clock;
  readonly onMessage: (message: SignalingMessage) => void;
  readonly onSlotsChanged: (slots: readonly number[]) => void;
}

/** How many slots are kept held: one holder and one standby. */
const WANTED_SLOTS = 2;
const TAKEN_PAUSE_MS = 5_000;

/** The room's well-known addresses: claims them, listens on those held, gives them up. Media never depends on them. */
export class Rendezvous {
  readonly #options: RendezvousOptions;
  readonly #scope: Scope;
  readonly #held = new Map<number, SignalingEndpoint>();
  readonly #claiming = new Set<number>();
  readonly #takenUntil = new Map<number, number>();

  constructor(options: RendezvousOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /** Those at which we can be met now: while the server is away, or after it forgot us, somebody else may come to hold them. */
  get slots(): readonly number[] {
    return [...this.#held].flatMap(([slot, { phase }]) => (phase === 'open' ? [slot] : [])).sort();
  }

  /** True when the slot is ours now. Rejects when the server cannot be reached. */
  async claim(slot: number): Promise<boolean> {
    if (this.#held.has(slot)) return true;
    const address = this.#options.slotAddresses[slot];
    if (address === undefined || this.#claiming.has(slot) || this.#scope.isClosed) return false;
    this.#claiming.add(slot);
    try {
      const endpoint = await this.#options.signaling.open(address, {
        onMessage: this.#options.onMessage,
        onPhase: (phase) => {
          if (phase === 'lost') this.#held.delete(slot);
          if (phase !== 'closed') this.#options.onSlotsChanged(this.slots);
        },
      });
      if (endpoint === 'taken') {
        this.#takenUntil.set(slot, this.#options.clock.now() + TAKEN_PAUSE_MS);
        return false;
      }
      if (this.#scope.isClosed) {
        endpoint.close();
        return false;
      }
      this.#held.set(slot, endpoint);
      this.#scope.add(() => {
        endpoint.close();
      });
      this.#options.onSlotsChanged(this.slots);
      return true;
    } finally {
      this.#claiming.delete(slot);
    }
  }

  /**
   * Claims a slot that nobody known holds, when it is our turn: `rank` is our place among the members that hold none.
   * Answers the slots that turned out to be taken by somebody unknown.
   */
  async standBy(coveredSlots: ReadonlySet<number>, rank: number): Promise<readonly number[]> {
    if (this.#held.size > 0) return [];
    const now = this.#options.clock.now();
    const isFree = (slot: number): boolean => !coveredSlots.has(slot) && (this.#takenUntil.get(slot) ?? 0) <= now;
    const wanted = Math.max(0, WANTED_SLOTS - coveredSlots.size);
    const slot = [0, 1, 2].filter(isFree).slice(0, wanted)[rank];
    if (slot === undefined) return [];
    return (await this.claim(slot).catch(() => true)) ? [] : [slot];
  }

  reconnectNow(): void {
    for (const endpoint of this.#held.values()) endpoint.reconnectNow();
  }

  close(): void {
    this.#scope.close();
    this.#held.clear();
  }
}
