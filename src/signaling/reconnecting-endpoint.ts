import type { Clock } from '../base/clock.js';
import type { Logger } from '../base/logger.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { lookBackDelayMs, RECONNECT, reconnectDelayMs } from './reconnect-policy.js';
import { LINE_TIMES, type LineEvents, type LineOpener, type SignalingLine } from './signaling-line.js';
import type { EndpointHandlers, EndpointPhase, OpenOptions, SignalingEndpoint } from './signaling-port.js';

export type { LineEvents, LineOpener, SignalingLine } from './signaling-line.js';

export interface ReconnectingEndpointOptions extends OpenOptions {
  readonly address: string;
  readonly handlers: EndpointHandlers;
  /** One per server, the most wanted first; every attempt tries them in this order. */
  readonly openers: readonly LineOpener[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 to below 1, spreads the attempts. */
  readonly random: () => number;
  /** After so many attempts that failed it rests until `reconnectNow()` or `reset()`. Default: it never does. */
  readonly reconnectAttempts?: number;
  readonly onFinal?: () => void;
}

/**
 * Keeps one address claimed across lost connections, whatever the lines are made of.
 *
 *     start() -> open <-> offline -> lost        any -> closed
 *
 * On any server but the first it looks back now and then: once an earlier one lets it open a line there, that line takes
 * over, and the one before still listens for 5 s. Nobody is told, as nothing was interrupted.
 */
export class ReconnectingEndpoint implements SignalingEndpoint {
  readonly address: string;
  readonly #options: ReconnectingEndpointOptions;
  readonly #scope: Scope;
  #phase: EndpointPhase = 'offline';
  /** Every line that is heard: the one in use, the one that looks back, those that are being left. */
  readonly #lines = new Set<SignalingLine>();
  /** The one in use or being tried. */
  #line: SignalingLine | null = null;
  #serverIndex = 0;
  #scout: SignalingLine | null = null;
  #cancelLookBack: (() => void) | null = null;
  /** Set until `start` has settled. */
  #settleStart: ((answer: 'open' | 'taken' | NexError) => void) | null = null;
  /** Delay to be waited out; null while a line is open or being tried. */
  #cancelRetry: (() => void) | null = null;
  #attempt = 0;
  /** Gave up trying for now. */
  #isResting = false;
  #takenCount = 0;
  /** Why no server could be reached in this attempt; one that trying again would not cure counts most. */
  #lastError: NexError | null = null;
  #offlineSince: number;

  constructor(options: ReconnectingEndpointOptions) {
    this.address = options.address;
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#offlineSince = options.clock.now();
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
      this.#tryServer(0);
    });
  }

  send(to: string, content: unknown): boolean {
    if (this.#phase !== 'open' || this.#line === null) return false;
    this.#line.send(to, content);
    return true;
  }

  reconnectNow(): void {
    if (this.#phase === 'open') this.#line?.check();
    else if (this.#cancelRetry !== null || this.#isResting) this.#startOver();
  }

  /** The network or the page came back: an open line may be dead without knowing, a closed one need not wait. */
  handleWake(): void {
    this.reconnectNow();
  }

  reset(): void {
    if (this.#isFinal || this.#settleStart !== null) return;
    const wasOpen = this.#phase === 'open';
    this.#phase = 'offline';
    for (const line of [...this.#lines]) this.#drop(line);
    this.#scout = null;
    this.#startOver();
    if (wasOpen) this.#options.handlers.onPhase?.('offline');
  }

  close(): void {
    if (this.#isFinal) return;
    this.#finish('closed');
    this.#options.handlers.onPhase?.('closed');
  }

  get #isFinal(): boolean {
    return this.#phase === 'closed' || this.#phase === 'lost';
  }

  #startOver(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#isResting = false;
    this.#attempt = 0;
    this.#offlineSince = this.#options.clock.now();
    this.#tryServer(0);
  }

  #tryServer(index: number): void {
    const line = this.#openLine(index, this.#settleStart === null ? LINE_TIMES.reopenTimeoutMs : LINE_TIMES.openTimeoutMs);
    this.#serverIndex = index;
    this.#line = line;
    if (line === null) this.#handleFailure();
  }

  /** Null when there is no such server. */
  #openLine(index: number, timeoutMs: number): SignalingLine | null {
    const openLine = this.#options.openers[index];
    if (openLine === undefined) return null;
    let wasOpen = false;
    const events: LineEvents = {
      handleOpen: () => {
        if (wasOpen || !this.#lines.has(line)) return;
        wasOpen = true;
        if (line === this.#line) this.#handleOpen();
        else if (line === this.#scout) this.#handleReturn(index);
      },
      handleMessage: (message) => {
        if (this.#lines.has(line)) this.#options.handlers.onMessage(message);
      },
      handleUndeliverable: (to) => {
        if (this.#lines.has(line)) this.#options.handlers.onUndeliverable?.(to);
      },
      handleEnd: (reason) => {
        if (!this.#lines.has(line)) return;
        this.#drop(line);
        if (line === this.#line) this.#handleEnd(index, reason, wasOpen);
        else if (line === this.#scout) this.#handleScoutEnd(index, reason);
      },
    };
    const line: SignalingLine = openLine(events, timeoutMs);
    this.#lines.add(line);
    return line;
  }

  #handleEnd(index: number, reason: 'taken' | NexError, wasOpen: boolean): void {
    this.#line = null;
    if (wasOpen) {
      this.#handleLoss();
    } else if (reason === 'taken') {
      this.#handleTaken();
    } else {
      if (this.#lastError?.retryable !== false) this.#lastError = reason;
      this.#tryServer(index + 1);
    }
  }

  #drop(line: SignalingLine): void {
    this.#lines.delete(line);
    line.close();
  }

  #handleOpen(): void {
    this.#attempt = 0;
    this.#takenCount = 0;
    this.#lastError = null;
    this.#phase = 'open';
    this.#lookBackLater();
    if (this.#settleStart !== null) this.#settleStart('open');
    else this.#options.handlers.onPhase?.('open');
  }

  #handleLoss(): void {
    this.#options.logger.log('info', 'signaling', 'The connection to the signalling server was lost.');
    this.#phase = 'offline';
    this.#offlineSince = this.#options.clock.now();
    if (this.#scout !== null) this.#drop(this.#scout);
    this.#scout = null;
    this.#retryLater();
    this.#options.handlers.onPhase?.('offline');
  }

  #handleTaken(): void {
    if (this.#settleStart !== null) {
      this.#settleStart('taken');
      return;
    }
    this.#takenCount += 1;
    if (this.#takenCount < RECONNECT.reclaimAttempts) this.#retryLater();
    else if (this.#options.isOursForLife === true) this.#retryIn(RECONNECT.reclaimPeriodMs);
    else this.#lose();
  }

  #lose(): void {
    this.#options.logger.log('warn', 'signaling', 'The address is held by somebody else now.');
    this.#finish('lost');
    this.#options.handlers.onPhase?.('lost');
  }

  #handleFailure(): void {
    const error = this.#lastError ?? new NexError('signaling/unreachable', 'There is no signalling server.', { retryable: true });
    this.#lastError = null;
    if (this.#settleStart !== null) {
      this.#settleStart(error);
      return;
    }
    this.#options.logger.log('debug', 'signaling', 'Reconnecting failed.', { code: error.code, attempt: this.#attempt });
    this.#retryLater();
  }

  #retryLater(): void {
    this.#isResting = this.#attempt >= (this.#options.reconnectAttempts ?? Number.POSITIVE_INFINITY);
    if (this.#isResting) return;
    const delayMs = reconnectDelayMs(this.#attempt, this.#options.clock.now() - this.#offlineSince, this.#options.random);
    this.#attempt += 1;
    this.#retryIn(delayMs);
  }

  #retryIn(delayMs: number): void {
    this.#cancelRetry = this.#scope.after(delayMs, () => {
      this.#cancelRetry = null;
      this.#tryServer(0);
    });
  }

  #lookBackLater(): void {
    this.#cancelLookBack?.();
    this.#cancelLookBack = null;
    if (this.#serverIndex === 0) return;
    this.#cancelLookBack = this.#scope.after(lookBackDelayMs(this.#options.random), () => {
      this.#lookBack(0);
    });
  }

  /** Asks the servers before the present one, one after the other. */
  #lookBack(index: number): void {
    if (this.#phase !== 'open') return;
    this.#scout = index < this.#serverIndex ? this.#openLine(index, LINE_TIMES.reopenTimeoutMs) : null;
    if (this.#scout === null) this.#lookBackLater();
  }

  #handleScoutEnd(index: number, reason: 'taken' | NexError): void {
    this.#scout = null;
    // Where everybody returns to, somebody else has the address: here it is worth nothing any more.
    if (reason === 'taken' && this.#options.isOursForLife !== true) this.#lose();
    else this.#lookBack(index + 1);
  }

  #handleReturn(index: number): void {
    const left = this.#line;
    this.#line = this.#scout;
    this.#scout = null;
    this.#serverIndex = index;
    this.#lookBackLater();
    if (left === null) return;
    this.#scope.after(RECONNECT.leaveListeningMs, () => {
      this.#drop(left);
    });
  }

  #finish(phase: 'closed' | 'lost'): void {
    this.#phase = phase;
    this.#cancelRetry = null;
    this.#scope.close();
    this.#line = this.#scout = null;
    for (const line of [...this.#lines]) this.#drop(line);
    this.#options.onFinal?.();
  }
}
