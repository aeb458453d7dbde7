import type { Clock } from '../base/clock.js';
import { systemClock } from '../base/clock.js';
import { silentLogger } from '../base/logger.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import type { LineEvents, SignalingLine } from './reconnecting-endpoint.js';
import { ReconnectingEndpoint } from './reconnecting-endpoint.js';
import type { SignalingMessage, SignalingPort } from './signaling-port.js';

export interface MemoryNetworkOptions {
  /** How long a message, or claiming an address, takes. Default 0: in microtasks, whatever the clock says. */
  readonly delayMs?: number;
  /** How long messages wait for their receiver to appear before they are given back. Default 5000. */
  readonly expiryMs?: number;
  readonly clock?: Clock;
  /** Spreads the attempts to reconnect, 0 to below 1. Default always 0.5: the delays of the policy as they are. */
  readonly random?: () => number;
}

/** A signalling server in the process, for tests: it behaves as PeerServer and the PeerJS adapter do together. */
export interface MemoryNetwork {
  port(): SignalingPort;
  /** The server dies: every address is forgotten, messages on the way are lost, endpoints go offline. */
  stop(): void;
  /** The server is back, knowing nothing; endpoints claim their addresses again at their next attempt. */
  start(): void;
  /** The connections of these addresses (all when none is named) break; the server notices at once and frees them. */
  dropSockets(...addresses: readonly string[]): void;
  /** Sees every message as it is sent and may change or drop it (null). Only the latest interceptor counts. */
  intercept(run: (message: SignalingMessage) => SignalingMessage | null): void;
}

export function createMemoryNetwork(options: MemoryNetworkOptions = {}): MemoryNetwork {
  const { clock = systemClock, random = () => 0.5 } = options;
  const server = new MemoryServer(clock, options.delayMs ?? 0, options.expiryMs ?? 5000);
  return {
    port: () => ({
      async open(address, handlers) {
        const openers = [(events: LineEvents): SignalingLine => server.openLine(address, events)];
        const endpoint = new ReconnectingEndpoint({ address, handlers, openers, clock, random, logger: silentLogger });
        return (await endpoint.start()) === 'taken' ? 'taken' : endpoint;
      },
    }),
    stop: () => {
      server.stop();
    },
    start: () => {
      server.isUp = true;
    },
    dropSockets: (...addresses) => {
      server.drop(addresses);
    },
    intercept: (run) => {
      server.interceptor = run;
    },
  };
}

class MemoryServer {
  isUp = true;
  interceptor: (message: SignalingMessage) => SignalingMessage | null = (message) => message;
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #expiryMs: number;
  readonly #holders = new Map<string, LineEvents>();
  /** Messages for addresses nobody holds yet. */
  readonly #waiting = new Map<string, SignalingMessage[]>();
  /** One life of the server: what it owes is forgotten when it stops. */
  #life: Scope;

  constructor(clock: Clock, delayMs: number, expiryMs: number) {
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#expiryMs = expiryMs;
    this.#life = new Scope(clock);
  }

  openLine(address: string, events: LineEvents): SignalingLine {
    const lineScope = new Scope(this.#clock);
    this.#later(lineScope, () => {
      this.#claim(address, events);
    });
    return {
      send: (to, content) => {
        this.#relay({ from: address, to, content });
      },
      check: () => undefined,
      close: () => {
        lineScope.close();
        if (this.#holders.get(address) === events) this.#holders.delete(address);
      },
    };
  }

  stop(): void {
    this.isUp = false;
    this.#life.close();
    this.#life = new Scope(this.#clock);
    this.#waiting.clear();
    this.drop([]);
  }

  drop(addresses: readonly string[]): void {
    for (const [address, events] of [...this.#holders]) {
      if (addresses.length > 0 && !addresses.includes(address)) continue;
      this.#holders.delete(address);
      events.handleEnd(unreachable());
    }
  }

  #claim(address: string, events: LineEvents): void {
    if (!this.isUp) {
      events.handleEnd(unreachable());
      return;
    }
    if (this.#holders.has(address)) {
      events.handleEnd('taken');
      return;
    }
    this.#holders.set(address, events);
    events.handleOpen();
    const waiting = this.#waiting.get(address) ?? [];
    this.#waiting.delete(address);
    for (const message of waiting) events.handleMessage(message);
  }

  #relay(sent: SignalingMessage): void {
    const message = this.interceptor(JSON.parse(JSON.stringify(sent)) as SignalingMessage);
    if (message === null) return;
    this.#later(this.#life, () => {
      const holder = this.#holders.get(message.to);
      if (holder === undefined) this.#park(message);
      else holder.handleMessage(message);
    });
  }

  /** As PeerServer does, the queue of one address expires as a whole, and each sender is told once. */
  #park(message: SignalingMessage): void {
    const known = this.#waiting.get(message.to);
    if (known !== undefined) {
      known.push(message);
      return;
    }
    const waiting = [message];
    this.#waiting.set(message.to, waiting);
    this.#life.after(this.#expiryMs, () => {
      if (this.#waiting.get(message.to) !== waiting) return;
      this.#waiting.delete(message.to);
      for (const from of new Set(waiting.map((each) => each.from))) this.#holders.get(from)?.handleUndeliverable(message.to);
    });
  }

  #later(scope: Scope, run: () => void): void {
    if (this.#delayMs > 0) scope.after(this.#delayMs, run);
    else
      queueMicrotask(() => {
        if (!scope.isClosed) run();
      });
  }
}

function unreachable(): NexError {
  return new NexError('signaling/unreachable', 'The signalling server cannot be reached.', { retryable: true });
}
