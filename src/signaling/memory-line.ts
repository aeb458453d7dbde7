import type { Clock } from '../base/clock.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { LINE_TIMES, type LineEvents, type SignalingLine } from './signaling-line.js';
import type { SignalingMessage } from './signaling-port.js';

/** Who opens a line: the same holder is let in again, as PeerServer does by its token. */
export interface MemoryClient {
  readonly address: string;
  /** The port it belongs to. */
  readonly name: string;
}

export interface MemoryLineOptions {
  readonly client: MemoryClient;
  readonly events: LineEvents;
  readonly clock: Clock;
  readonly openTimeoutMs: number;
  /** Runs when what is sent now has arrived. */
  readonly later: (scope: Scope, run: () => void) => void;
  readonly claim: () => void;
  /** Whether a word to the server would come back. */
  readonly isReached: () => boolean;
  readonly relay: (to: string, content: unknown) => void;
  readonly release: () => void;
}

/** One end of a connection to the server in memory; it finds out about a silent server as a true one does. */
export class MemoryLine implements SignalingLine {
  readonly client: MemoryClient;
  /** Nothing passes any more, and neither end was told. */
  isDead = false;
  readonly #options: MemoryLineOptions;
  readonly #scope: Scope;
  #isOpen = false;
  #cancelCheck: (() => void) | null = null;
  readonly #cancelOpening: () => void;

  constructor(options: MemoryLineOptions) {
    this.client = options.client;
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#cancelOpening = this.#scope.after(options.openTimeoutMs, () => {
      this.end(silent());
    });
    options.later(this.#scope, options.claim);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  send(to: string, content: unknown): void {
    this.#options.relay(to, content);
  }

  check(): void {
    if (!this.#isOpen || this.#scope.isClosed || this.#cancelCheck !== null) return;
    const stop = this.#scope.after(LINE_TIMES.checkTimeoutMs, () => {
      this.end(silent());
    });
    this.#cancelCheck = stop;
    this.#options.later(this.#scope, () => {
      if (!this.#options.isReached()) return;
      stop();
      this.#cancelCheck = null;
    });
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#options.release();
  }

  handleOpen(): void {
    if (this.#scope.isClosed) return;
    this.#isOpen = true;
    this.#cancelOpening();
    this.#scope.every(LINE_TIMES.checkPeriodMs, () => {
      this.check();
    });
    this.#options.events.handleOpen();
  }

  handleMessage(message: SignalingMessage): void {
    if (!this.#scope.isClosed) this.#options.events.handleMessage(message);
  }

  handleUndeliverable(to: string): void {
    if (!this.#scope.isClosed) this.#options.events.handleUndeliverable(to);
  }

  end(reason: 'taken' | NexError): void {
    if (this.#scope.isClosed) return;
    this.close();
    this.#options.events.handleEnd(reason);
  }
}

function silent(): NexError {
  return new NexError('signaling/unreachable', 'The signalling server went silent.', { retryable: true });
}
