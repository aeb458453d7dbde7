import { silentLogger } from '../../../src/base/logger.js';
import { ReconnectingEndpoint, type LineEvents, type SignalingLine } from '../../../src/signaling/reconnecting-endpoint.js';
import type { SignalingMessage, SignalingPort } from '../../../src/signaling/signaling-port.js';
import type { FakeDevice } from './fake-device.js';
import { FakeLine } from './fake-line.js';
import type { FakePage } from './fake-page.js';
import type { WorldScheduler } from './world-scheduler.js';

const EXPIRY_MS = 5_000;

/** A signalling server as PeerServer with the PeerJS adapter is: addresses with one holder each, queues that expire. */
export class FakeServer {
  readonly scheduler: WorldScheduler;
  #isUp = true;
  /** Counts restarts: what was sent to an earlier life is lost. */
  life = 0;
  /** How many letters have reached the server so far. */
  letterCount = 0;
  #tokenCount = 0;
  readonly #holders = new Map<string, FakeLine>();
  readonly #waiting = new Map<string, SignalingMessage[]>();
  readonly #lines = new Set<FakeLine>();
  readonly #endpoints = new Map<FakePage, Set<ReconnectingEndpoint>>();

  constructor(scheduler: WorldScheduler) {
    this.scheduler = scheduler;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  port(page: FakePage, device: FakeDevice): SignalingPort {
    return {
      open: async (address, handlers, { isOursForLife = false } = {}) => {
        const token = (this.#tokenCount += 1);
        const opener = (events: LineEvents): SignalingLine => {
          const line = new FakeLine({ server: this, page, device, address, token, events });
          this.#lines.add(line);
          return line;
        };
        const endpoints = this.#endpoints.get(page) ?? new Set();
        this.#endpoints.set(page, endpoints);
        const endpoint: ReconnectingEndpoint = new ReconnectingEndpoint({
          address,
          handlers,
          isOursForLife,
          openers: [opener],
          clock: page.clock,
          logger: silentLogger,
          random: () => this.scheduler.random.next(),
          onFinal: () => endpoints.delete(endpoint),
        });
        endpoints.add(endpoint);
        return (await endpoint.start()) === 'taken' ? 'taken' : endpoint;
      },
    };
  }

  /** The page that holds the address, as the server believes. */
  holderOf(address: string): FakePage | undefined {
    return this.#holders.get(address)?.page;
  }

  /** What the browser tells the adapter when the network or the page is back. */
  wake(page: FakePage): void {
    page.act(() => {
      for (const endpoint of [...(this.#endpoints.get(page) ?? [])]) endpoint.handleWake();
    });
  }

  stop(): void {
    this.#isUp = false;
    this.life += 1;
    this.#holders.clear();
    this.#waiting.clear();
    for (const line of [...this.#lines]) line.endByServer();
  }

  start(): void {
    this.#isUp = true;
  }

  /** Reach changed: what waited in the cables moves on. */
  recheck(): void {
    for (const line of [...this.#lines]) line.recheck();
  }

  /** The server notices that the page's connections are dead. */
  dropPage(page: FakePage): void {
    for (const line of [...this.#lines]) {
      if (line.page !== page) continue;
      this.release(line);
      line.endByServer();
    }
  }

  forget(line: FakeLine): void {
    this.#lines.delete(line);
  }

  /** A claim has reached the server. */
  claim(line: FakeLine): 'open' | 'taken' | 'down' {
    if (!this.#isUp) return 'down';
    const holder = this.#holders.get(line.address);
    if (holder && holder.token !== line.token) return 'taken';
    this.#holders.set(line.address, line);
    return 'open';
  }

  deliverWaiting(line: FakeLine): void {
    const waiting = this.#waiting.get(line.address) ?? [];
    this.#waiting.delete(line.address);
    for (const message of waiting) line.carryDown({ type: 'message', message });
  }

  release(line: FakeLine): void {
    if (this.#holders.get(line.address) === line) this.#holders.delete(line.address);
  }

  /** A message has reached the server. */
  relay(line: FakeLine, to: string, content: unknown): void {
    if (!this.#isUp || this.#holders.get(line.address) !== line) return;
    this.letterCount += 1;
    const message = { from: line.address, to, content };
    const holder = this.#holders.get(to);
    if (holder) holder.carryDown({ type: 'message', message });
    else this.#park(message);
  }

  #park(message: SignalingMessage): void {
    const known = this.#waiting.get(message.to);
    if (known) {
      known.push(message);
      return;
    }
    const waiting = [message];
    this.#waiting.set(message.to, waiting);
    this.scheduler.after(EXPIRY_MS, () => {
      if (this.#waiting.get(message.to) !== waiting) return;
      this.#waiting.delete(message.to);
      for (const from of new Set(waiting.map((each) => each.from))) {
        this.#holders.get(from)?.carryDown({ type: 'undeliverable', to: message.to });
      }
    });
  }
}
