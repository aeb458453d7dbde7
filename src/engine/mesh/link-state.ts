import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import { nextConnectionState, STATE_TIMEOUT_MS, type ConnectionEvent } from '../connection-machine.js';
import type { ConnectionState } from '../engine-port.js';

export interface LinkStateOptions {
  readonly clock: Clock;
  readonly onChange: (state: ConnectionState) => void;
  /** A waiting state has lasted too long. */
  readonly onTimeout: () => void;
}

/** Where the life of one connection stands: turns the machine and keeps the time limit of each waiting state. */
export class LinkState {
  readonly #options: LinkStateOptions;
  readonly #scope: Scope;
  #current: ConnectionState = 'initializing';
  #stopTimer: () => void = () => undefined;

  constructor(options: LinkStateOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#armTimer();
  }

  get current(): ConnectionState {
    return this.#current;
  }

  advance(event: ConnectionEvent): void {
    const next = nextConnectionState(this.#current, event);
    if (next === undefined || next === this.#current) return;
    this.#current = next;
    this.#armTimer();
    this.#options.onChange(next);
  }

  close(): void {
    this.advance('close');
    this.#scope.close();
  }

  #armTimer(): void {
    this.#stopTimer();
    const timeoutMs = STATE_TIMEOUT_MS[this.#current];
    if (timeoutMs !== undefined) this.#stopTimer = this.#scope.after(timeoutMs, this.#options.onTimeout);
  }
}
