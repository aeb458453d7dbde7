import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { RECLAIM_ATTEMPTS, reconnectDelayMs } from './reconnect-policy.js';
import type { EndpointHandlers, EndpointPhase, SignalingEndpoint, SignalingMessage } from './signaling-port.js';

/** What a line tells. Never before the call that opened it has returned; nothing after `handleEnd`. */
export interface LineEvents {
  /** The address is ours on this line. A message counts as the same news, should it come first. */
  handleOpen(): void;
  handleMessage(message: SignalingMessage): void;
  handleUndeliverable(to: string): void;
  /** The line is of no use any more: the address was taken, or the error says why. */
  handleEnd(reason: 'taken' | NexError): void;
}

/** One connection to one server, used for one address, once. */
export interface SignalingLine {
  send(to: string, content: unknown): void;
  /** Asks whether the server is really still there; if not, the line ends. */
  check(): void;
  close(): void;
}

export type LineOpener = (events: LineEvents) => SignalingLine;

export interface ReconnectingEndpointOptions {
  readonly address: string;
  readonly handlers: EndpointHandlers;
  /** One per server; every attempt tries them in this order. */
  readonly openers: readonly LineOpener[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 to below 1, spreads the attempts. */
  readonly random: () => number;
  readonly onFinal?: () => void;
}

/**
 * Keeps one address claimed across lost connections, whatever the lines are made of.
 *
 *     start() -> open <-> offline -> lost        any -> closed
 */
export class ReconnectingEndpoint implements SignalingEndpoint {
  readonly address: string;
  readonly #options: ReconnectingEndpointOptions;
  readonly #scope: Scope;
  #phase: EndpointPhase = 'offline';
  #line: SignalingLine | null = null;
  /** Set until `start` has settled. */
  #settleStart: ((answer: 'open' | 'taken' | NexError) => void) | null = null;
  /** Delay to be waited out; null while a line is open or being tried. */
  #cancelRetry: (() => void) | null = null;
  #attempt = 0;
  #takenCount = 0;

  constructor(options: ReconnectingEndpointOptions) {
    this.address = options.address;
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  get phase(): EndpointPhase {
    return this.#phase;
  }

  /** The first attempt, to be called once. Rejects when no server gave an answer. */
  start(): Promise<'open' | 'taken'> {
    return new Promise((resolve, reject) => {
      this.#settleStart = (answer) => {
        this.#settleStart = null;
        if (answer === 'open') {
          resolve(answer);
          return;
        }
        this.#finish('closed');
        if (answer === 'taken') resolve(answer);
        else reject(answer);
      };
      this.#tryServer(0, null);
    });
  }

  send(to: string, content: unknown): boolean {
    if (this.#phase !== 'open' || this.#line === null) return false;
    this.#line.send(to, content);
    return true;
  }

  reconnectNow(): void {
    if (this.#cancelRetry === null) return;
    this.#cancelRetry();
    this.#cancelRetry = null;
    this.#attempt = 0;
    this.#tryServer(0, null);
  }

  /** The network or the page came back: an open line may be dead without knowing, a closed one need not wait. */
  handleWake(): void {
    if (this.#phase === 'open') this.#line?.check();
    else this.reconnectNow();
  }

  close(): void {
    if (this.#phase === 'closed' || this.#phase === 'lost') return;
    this.#finish('closed');
    this.#options.handlers.onPhase?.('closed');
  }

  #tryServer(index: number, lastError: NexError | null): void {
    const openLine = this.#options.openers[index];
    if (openLine === undefined) {
      this.#handleFailure(lastError ?? new NexError('signaling/unreachable', 'There is no signalling server.', { retryable: true }));
      return;
    }
    let wasOpen = false;
    const line: SignalingLine = openLine({
      handleOpen: () => {
        if (wasOpen || this.#line !== line) return;
        wasOpen = true;
        this.#handleOpen();
      },
      handleMessage: (message) => {
        if (this.#line === line) this.#options.handlers.onMessage(message);
      },
      handleUndeliverable: (to) => {
        if (this.#line === line) this.#options.handlers.onUndeliverable?.(to);
      },
      handleEnd: (reason) => {
        if (this.#line !== line) return;
        this.#line = null;
        line.close();
        if (wasOpen) this.#handleLoss();
        else if (reason === 'taken') this.#handleTaken();
        else this.#tryServer(index + 1, lastError?.retryable === false ? lastError : reason);
      },
    });
    this.#line = line;
  }

  #handleOpen(): void {
    this.#attempt = 0;
    this.#takenCount = 0;
    this.#phase = 'open';
    if (this.#settleStart !== null) this.#settleStart('open');
    else this.#options.handlers.onPhase?.('open');
  }

  #handleLoss(): void {
    this.#options.logger.log('info', 'signaling', 'The connection to the signalling server was lost.');
    this.#phase = 'offline';
    this.#retryLater();
    this.#options.handlers.onPhase?.('offline');
  }

  #handleTaken(): void {
    if (this.#settleStart !== null) {
      this.#settleStart('taken');
      return;
    }
    this.#takenCount += 1;
    if (this.#takenCount < RECLAIM_ATTEMPTS) {
      this.#retryLater();
      return;
    }
    this.#options.logger.log('warn', 'signaling', 'The address is held by somebody else now.');
    this.#finish('lost');
    this.#options.handlers.onPhase?.('lost');
  }

  #handleFailure(error: NexError): void {
    if (this.#settleStart !== null) {
      this.#settleStart(error);
      return;
    }
    this.#options.logger.log('debug', 'signaling', 'Reconnecting failed.', { code: error.code, attempt: this.#attempt });
    this.#retryLater();
  }

  #retryLater(): void {
    const delayMs = reconnectDelayMs(this.#attempt, this.#options.random);
    this.#attempt += 1;
    this.#cancelRetry = this.#scope.after(delayMs, () => {
      this.#cancelRetry = null;
      this.#tryServer(0, null);
    });
  }

  #finish(phase: 'closed' | 'lost'): void {
    this.#phase = phase;
    this.#cancelRetry = null;
    this.#scope.close();
    const line = this.#line;
    this.#line = null;
    line?.close();
    this.#options.onFinal?.();
  }
}
