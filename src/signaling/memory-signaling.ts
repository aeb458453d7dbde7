import type { Clock } from '../base/clock.js';
import { systemClock } from '../base/clock.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { RECLAIM_ATTEMPTS, reconnectDelayMs } from './reconnect-policy.js';
import type { EndpointHandlers, EndpointPhase, SignalingEndpoint, SignalingMessage, SignalingPort } from './signaling-port.js';

export interface MemoryNetworkOptions {
  /** How long a message, or claiming an address, takes. Default 0: in microtasks, whatever the clock says. */
  readonly delayMs?: number;
  /** How long a message waits for its receiver to appear before it is given back. Default 5000. */
  readonly expiryMs?: number;
  readonly clock?: Clock;
}

/** A signalling server in the process, for tests: it behaves as PeerServer and the PeerJS adapter do together. */
export interface MemoryNetwork {
  port(): SignalingPort;
  /** The server dies: every address is forgotten, messages on the way are lost, endpoints go offline. */
  stop(): void;
  /** The server is back, knowing nothing; endpoints claim their addresses again as after a network loss. */
  start(): void;
  /** Connections of these addresses (all when none is named) break; the server notices at once and frees them. */
  dropSockets(...addresses: readonly string[]): void;
  /** Sees every message as it is sent and may change or drop it (null). Only the latest interceptor counts. */
  intercept(run: (message: SignalingMessage) => SignalingMessage | null): void;
}

export function createMemoryNetwork(options: MemoryNetworkOptions = {}): MemoryNetwork {
  const server = new MemoryServer(options);
  return {
    port: () => ({ open: (address, handlers) => server.open(address, handlers) }),
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
  readonly clock: Clock;
  readonly #delayMs: number;
  readonly #expiryMs: number;
  readonly #holders = new Map<string, MemoryEndpoint>();
  /** Messages for addresses nobody holds yet. */
  readonly #waiting = new Map<string, SignalingMessage[]>();
  /** One life of the server: what it owes is forgotten when it stops. */
  #life: Scope;

  constructor(options: MemoryNetworkOptions) {
    this.clock = options.clock ?? systemClock;
    this.#delayMs = options.delayMs ?? 0;
    this.#expiryMs = options.expiryMs ?? 5000;
    this.#life = new Scope(this.clock);
  }

  async open(address: string, handlers: EndpointHandlers): Promise<SignalingEndpoint | 'taken'> {
    const endpoint = new MemoryEndpoint(this, address, handlers);
    const answer = await this.claim(endpoint);
    if (answer === 'open') return endpoint;
    if (answer === 'taken') return 'taken';
    throw new NexError('signaling/unreachable', 'The signalling server cannot be reached.', { retryable: true });
  }

  /** Settles after the delay; the test-and-set itself is at one instant, and messages that waited come first. */
  claim(endpoint: MemoryEndpoint): Promise<'open' | 'taken' | 'unreachable'> {
    return new Promise((resolve) => {
      const decide = (): void => {
        if (!this.isUp) resolve('unreachable');
        else if (this.#holders.has(endpoint.address)) resolve('taken');
        else {
          this.#holders.set(endpoint.address, endpoint);
          endpoint.handleOpen();
          const waiting = this.#waiting.get(endpoint.address) ?? [];
          this.#waiting.delete(endpoint.address);
          for (const message of waiting) endpoint.handleMessage(message);
          resolve('open');
        }
      };
      if (this.#delayMs === 0) queueMicrotask(decide);
      else this.clock.after(this.#delayMs, decide);
    });
  }

  release(endpoint: MemoryEndpoint): void {
    if (this.#holders.get(endpoint.address) === endpoint) this.#holders.delete(endpoint.address);
  }

  relay(sent: SignalingMessage): void {
    const message = this.interceptor(JSON.parse(JSON.stringify(sent)) as SignalingMessage);
    if (message === null) return;
    this.#later(() => {
      const holder = this.#holders.get(message.to);
      if (holder === undefined) this.#park(message);
      else holder.handleMessage(message);
    });
  }

  stop(): void {
    this.isUp = false;
    this.#life.close();
    this.#life = new Scope(this.clock);
    this.#waiting.clear();
    this.drop([]);
  }

  drop(addresses: readonly string[]): void {
    for (const [address, holder] of [...this.#holders]) {
      if (addresses.length > 0 && !addresses.includes(address)) continue;
      this.#holders.delete(address);
      holder.handleDrop();
    }
  }

  #later(run: () => void): void {
    const life = this.#life;
    if (this.#delayMs > 0) life.after(this.#delayMs, run);
    else
      queueMicrotask(() => {
        if (!life.isClosed) run();
      });
  }

  #park(message: SignalingMessage): void {
    const waiting = this.#waiting.get(message.to) ?? [];
    this.#waiting.set(message.to, waiting);
    waiting.push(message);
    this.#life.after(this.#expiryMs, () => {
      const index = waiting.indexOf(message);
      if (this.#waiting.get(message.to) !== waiting || index < 0) return;
      waiting.splice(index, 1);
      this.#holders.get(message.from)?.handleUndeliverable(message.to);
    });
  }
}

class MemoryEndpoint implements SignalingEndpoint {
  readonly address: string;
  readonly #server: MemoryServer;
  readonly #handlers: EndpointHandlers;
  readonly #scope: Scope;
  #phase: EndpointPhase = 'offline';
  #attempt = 0;
  #takenCount = 0;
  #isClaiming = false;
  #cancelRetry: () => void = () => undefined;

  constructor(server: MemoryServer, address: string, handlers: EndpointHandlers) {
    this.#server = server;
    this.address = address;
    this.#handlers = handlers;
    this.#scope = new Scope(server.clock);
  }

  get phase(): EndpointPhase {
    return this.#phase;
  }

  send(to: string, content: unknown): boolean {
    if (this.#phase !== 'open') return false;
    this.#server.relay({ from: this.address, to, content });
    return true;
  }

  reconnectNow(): void {
    if (this.#phase !== 'offline' || this.#isClaiming) return;
    this.#cancelRetry();
    void this.#reclaim();
  }

  close(): void {
    if (this.#phase === 'closed') return;
    this.#scope.close();
    this.#server.release(this);
    if (this.#phase !== 'lost') this.#enter('closed');
  }

  handleOpen(): void {
    if (this.#phase === 'closed') {
      this.#server.release(this);
      return;
    }
    const isFirst = this.#attempt === 0;
    this.#attempt = 0;
    this.#takenCount = 0;
    if (isFirst) this.#phase = 'open';
    else this.#enter('open');
  }

  handleMessage(message: SignalingMessage): void {
    if (this.#phase === 'open') this.#handlers.onMessage(message);
  }

  handleUndeliverable(to: string): void {
    if (this.#phase === 'open') this.#handlers.onUndeliverable?.(to);
  }

  handleDrop(): void {
    this.#enter('offline');
    this.#retryLater();
  }

  #retryLater(): void {
    this.#cancelRetry = this.#scope.after(reconnectDelayMs(this.#attempt++, () => 0.5), () => void this.#reclaim());
  }

  async #reclaim(): Promise<void> {
    this.#isClaiming = true;
    const answer = await this.#server.claim(this);
    this.#isClaiming = false;
    if (answer === 'open' || this.#phase !== 'offline') return;
    this.#takenCount = answer === 'taken' ? this.#takenCount + 1 : 0;
    if (this.#takenCount >= RECLAIM_ATTEMPTS) this.#enter('lost');
    else this.#retryLater();
  }

  #enter(phase: EndpointPhase): void {
    if (this.#phase === phase) return;
    this.#phase = phase;
    this.#handlers.onPhase?.(phase);
  }
}
