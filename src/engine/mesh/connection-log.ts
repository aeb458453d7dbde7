import type { Clock } from '../../base/clock.js';
import { LIMITS } from '../../base/limits.js';
import type { ConnectionPath, ConnectionReport, ConnectionState, RecoveryStep } from '../engine-port.js';

/** What happened to one connection, kept for diagnostics in bounded memory. */
export class ConnectionLog {
  readonly #participantId: string;
  readonly #clock: Clock;
  readonly #history: { readonly state: ConnectionState; readonly at: number }[] = [];
  readonly #attempts: Record<RecoveryStep, number> = { 'ice-restart': 0, 'signaling-reset': 0, 'full-reconnect': 0 };
  #succeeded = 0;
  #failed = 0;
  #troubleSince: number | null = null;
  #lastDurationMs: number | null = null;

  constructor(participantId: string, clock: Clock) {
    this.#participantId = participantId;
    this.#clock = clock;
  }

  addState(state: ConnectionState): void {
    this.#history.push({ state, at: this.#clock.now() });
    if (this.#history.length > LIMITS.stateHistory) this.#history.shift();
  }

  addAttempt(step: RecoveryStep): void {
    this.#attempts[step] += 1;
  }

  /** Nothing has been heard since `since`. */
  startTrouble(since: number): void {
    this.#troubleSince ??= since;
  }

  /** Answers how long it lasted, in milliseconds; null when there was none. */
  endTrouble(isMended: boolean): number | null {
    if (this.#troubleSince === null) return null;
    this.#lastDurationMs = this.#clock.now() - this.#troubleSince;
    this.#troubleSince = null;
    if (isMended) this.#succeeded += 1;
    else this.#failed += 1;
    return this.#lastDurationMs;
  }

  report(state: ConnectionState, isWeak: boolean, path: ConnectionPath | null): ConnectionReport {
    return {
      participantId: this.#participantId,
      state,
      isWeak,
      history: [...this.#history],
      recovery: { attempts: { ...this.#attempts }, succeeded: this.#succeeded, failed: this.#failed, lastDurationMs: this.#lastDurationMs },
      path,
    };
  }
}
