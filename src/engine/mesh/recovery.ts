import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { RecoveryStep } from '../engine-port.js';
import { nextRecoveryPhase, type RecoveryEvent, type RecoveryPhase } from './recovery-machine.js';
import { RECOVERY_POLICY, recoveryDelayMs } from './recovery-policy.js';

export interface RecoveryOptions {
  readonly clock: Clock;
  /** Whether this side goes first. */
  readonly isLeader: boolean;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly onAttempt: (step: RecoveryStep) => void;
  /** Every step has had its time. */
  readonly onLost: () => void;
}

/** Carries the steps of recovery out in time; what an attempt does is the link's affair. */
export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #scope: Scope;
  #step: Scope;
  #phase: RecoveryPhase = 'steady';
  #attempt = 0;
  #stopWaiting: () => void = () => undefined;

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#step = this.#scope.child();
  }

  get isActive(): boolean {
    return this.#phase !== 'steady';
  }

  get phase(): RecoveryPhase {
    return this.#phase;
  }

  /** Nothing is heard of the other any more. */
  start(): void {
    this.#advance('silent');
  }

  /** The connection works again. */
  finish(): void {
    this.#advance('heard');
  }

  /** The other has just shown that it is there: whoever goes first does not wait for the next attempt. */
  tryNow(): void {
    if (!this.isActive || !this.#options.isLeader) return;
    this.#stopWaiting();
    this.#try();
  }

  close(): void {
    this.#scope.close();
  }

  #advance(event: RecoveryEvent): void {
    const next = nextRecoveryPhase(this.#phase, event);
    if (next === undefined || this.#scope.isClosed) return;
    this.#phase = next;
    this.#step.close();
    this.#attempt = 0;
    if (next === 'steady') return;
    if (next === 'lost') {
      this.#options.onLost();
      return;
    }
    this.#step = this.#scope.child();
    this.#step.after(RECOVERY_POLICY[next].deadlineMs, () => {
      this.#advance('elapsed');
    });
    this.#wait(next);
  }

  #wait(step: RecoveryStep): void {
    const delayMs = recoveryDelayMs(step, this.#attempt, this.#options.isLeader, this.#options.random);
    this.#stopWaiting = this.#step.after(delayMs, () => {
      this.#try();
    });
  }

  #try(): void {
    if (this.#phase === 'steady' || this.#phase === 'lost') return;
    this.#attempt += 1;
    const step = this.#phase;
    this.#wait(step);
    this.#options.onAttempt(step);
  }
}
