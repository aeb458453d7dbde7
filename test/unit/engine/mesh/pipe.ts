import { Scope } from '../../../../src/base/scope.js';
import type { Clock } from '../../../../src/base/clock.js';

export interface Faults {
  /** Shares of what is written, 0 to 1. */
  readonly loss?: number;
  readonly doubling?: number;
  /** Up to so much later than the 5 ms that everything takes. */
  readonly jitterMs?: number;
  /** How often the test replaces the channel. */
  readonly replaceMs?: number;
  readonly random?: () => number;
}

/** A channel between `a` and `b` with faults, replaced by a new one at will. */
export class Pipe {
  isOpen = true;
  /** Takes what is written and delivers nothing, as a channel does whose path is broken. */
  isSilent = false;
  written = 0;
  onArrival: (text: string) => void = () => undefined;
  readonly #clock: Clock;
  readonly #faults: Faults;
  readonly #deliver: (to: 'a' | 'b', text: string) => void;
  #channel: Scope;

  constructor(clock: Clock, faults: Faults, deliver: (to: 'a' | 'b', text: string) => void) {
    this.#clock = clock;
    this.#faults = faults;
    this.#deliver = deliver;
    this.#channel = new Scope(clock);
  }

  write(from: 'a' | 'b', text: string): boolean {
    if (!this.isOpen) return false;
    this.written += 1;
    if (this.isSilent) return true;
    const { loss = 0, doubling = 0, jitterMs = 0, random = (): number => 0.999 } = this.#faults;
    const to = from === 'a' ? 'b' : 'a';
    const copies = random() < loss ? 0 : random() < doubling ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.#channel.after(5 + random() * jitterMs, () => {
        this.onArrival(text);
        this.#deliver(to, text);
      });
    }
    return true;
  }

  /** A new channel: what was on its way in the old one is lost. */
  replace(): void {
    this.#channel.close();
    this.#channel = new Scope(this.#clock);
    this.isOpen = true;
  }

  close(): void {
    this.#channel.close();
  }
}

/** Always the same numbers for the same seed: a linear congruence, good enough for mixing up a test. */
export function randomFrom(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
