import type { Clock } from '../base/clock.js';
import { NexError } from '../base/nex-error.js';
import { Scope } from '../base/scope.js';
import { MemoryLine, type MemoryClient } from './memory-line.js';
import type { LineEvents, SignalingLine } from './signaling-line.js';
import type { SignalingMessage } from './signaling-port.js';

export interface MemoryServerOptions {
  readonly clock: Clock;
  readonly delayMs: number;
  readonly expiryMs: number;
  readonly aliveMs: number;
}

/** What stands behind the memory network: addresses, their holders, and messages that wait for one. */
export class MemoryServer {
  isUp = true;
  interceptor: (message: SignalingMessage) => SignalingMessage | null = (message) => message;
  readonly #options: MemoryServerOptions;
  readonly #holders = new Map<string, MemoryLine>();
  /** Every line that is open, also those whose address the server has freed or given to another. */
  readonly #lines = new Set<MemoryLine>();
  readonly #cuts = new Set<string>();
  /** Messages for addresses nobody holds yet. */
  readonly #waiting = new Map<string, SignalingMessage[]>();
  /** One life of the server: what it owes is forgotten when it stops. */
  #life: Scope;

  constructor(options: MemoryServerOptions) {
    this.#options = options;
    this.#life = new Scope(options.clock);
  }

  openLine(client: MemoryClient, events: LineEvents, openTimeoutMs: number): SignalingLine {
    const line: MemoryLine = new MemoryLine({
      client,
      events,
      clock: this.#options.clock,
      openTimeoutMs,
      later: (scope, run) => {
        this.#later(scope, run);
      },
      claim: () => {
        this.#claim(line);
      },
      isReached: () => this.isUp && this.#lines.has(line) && this.#holders.get(client.address) === line && this.#passes(line),
      relay: (to, content) => {
        if (this.#passes(line) && this.#holders.get(client.address) === line) this.#relay({ from: client.address, to, content });
      },
      release: () => {
        this.#lines.delete(line);
        // A closing that nothing carries to the server: it still believes in the line.
        if (this.#holders.get(client.address) !== line) return;
        if (this.#passes(line)) this.#holders.delete(client.address);
        else this.#reapLater(line);
      },
    });
    this.#lines.add(line);
    return line;
  }

  stop(): void {
    this.isUp = false;
    this.#life.close();
    this.#life = new Scope(this.#options.clock);
    this.#waiting.clear();
    const lines = [...this.#lines];
    this.#holders.clear();
    for (const line of lines) if (line.isOpen && this.#passes(line)) line.end(unreachable());
  }

  drop(addresses: readonly string[]): void {
    for (const [address, line] of [...this.#holders]) {
      if (addresses.length > 0 && !addresses.includes(address)) continue;
      this.#holders.delete(address);
      line.end(unreachable());
    }
  }

  cut(names: readonly string[]): void {
    for (const name of names) this.#cuts.add(name);
    for (const line of this.#holders.values()) if (!this.#passes(line)) this.#reapLater(line);
  }

  mend(names: readonly string[]): void {
    if (names.length === 0) this.#cuts.clear();
    for (const name of names) this.#cuts.delete(name);
  }

  killSilently(names: readonly string[]): void {
    for (const line of this.#lines) {
      const { address, name } = line.client;
      if (!line.isOpen || !(names.includes(address) || names.includes(name))) continue;
      line.isDead = true;
      this.#reapLater(line);
    }
  }

  #passes(line: MemoryLine): boolean {
    return !line.isDead && !this.#cuts.has(line.client.address) && !this.#cuts.has(line.client.name);
  }

  /** The server frees the address of one it has not heard for long; the other end, should it live, is told. */
  #reapLater(line: MemoryLine): void {
    this.#life.after(this.#options.aliveMs, () => {
      if (this.#holders.get(line.client.address) !== line || (this.#lines.has(line) && this.#passes(line))) return;
      this.#holders.delete(line.client.address);
    });
  }

  #claim(line: MemoryLine): void {
    const { address } = line.client;
    if (!this.#passes(line)) return;
    if (!this.isUp) {
      line.end(unreachable());
      return;
    }
    const holder = this.#holders.get(address);
    if (holder !== undefined && holder.client !== line.client) {
      line.end('taken');
      return;
    }
    this.#holders.set(address, line);
    line.handleOpen();
    const waiting = this.#waiting.get(address) ?? [];
    this.#waiting.delete(address);
    for (const message of waiting) line.handleMessage(message);
  }

  #relay(sent: SignalingMessage): void {
    const message = this.interceptor(JSON.parse(JSON.stringify(sent)) as SignalingMessage);
    if (message === null) return;
    this.#later(this.#life, () => {
      const holder = this.#holders.get(message.to);
      if (holder === undefined) this.#park(message);
      else if (this.#lines.has(holder) && this.#passes(holder)) holder.handleMessage(message);
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
    this.#life.after(this.#options.expiryMs, () => {
      if (this.#waiting.get(message.to) !== waiting) return;
      this.#waiting.delete(message.to);
      for (const from of new Set(waiting.map((each) => each.from))) this.#giveBack(from, message.to);
    });
  }

  #giveBack(from: string, to: string): void {
    const holder = this.#holders.get(from);
    if (holder !== undefined && this.#passes(holder)) holder.handleUndeliverable(to);
  }

  #later(scope: Scope, run: () => void): void {
    if (this.#options.delayMs > 0) scope.after(this.#options.delayMs, run);
    else
      queueMicrotask(() => {
        if (!scope.isClosed) run();
      });
  }
}

function unreachable(): NexError {
  return new NexError('signaling/unreachable', 'The signalling server cannot be reached.', { retryable: true });
}
