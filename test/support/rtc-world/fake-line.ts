import { NexError } from '../../../src/base/nex-error.js';
import type { LineEvents, SignalingLine } from '../../../src/signaling/reconnecting-endpoint.js';
import type { SignalingMessage } from '../../../src/signaling/signaling-port.js';
import type { FakeDevice } from './fake-device.js';
import type { FakePage } from './fake-page.js';
import type { FakeServer } from './fake-server.js';

type Down = { readonly type: 'message'; readonly message: SignalingMessage } | { readonly type: 'undeliverable'; readonly to: string };

export interface FakeLineOptions {
  readonly server: FakeServer;
  readonly page: FakePage;
  readonly device: FakeDevice;
  readonly address: string;
  /** Whoever comes with the same one is the same holder. */
  readonly token: number;
  readonly events: LineEvents;
}

const OPEN_TIMEOUT_MS = 5_000;
/** The adapter's own check of a silent line: each 25 s, and 5 s for the answer. */
const CHECK_MS = [5_000, 30_000] as const;
const CHECK_ANSWER_MS = 5_000;

/** One socket to the fake server. While the device cannot reach it, what is sent waits in the cable, as with TCP. */
export class FakeLine implements SignalingLine {
  readonly page: FakePage;
  readonly address: string;
  readonly token: number;
  readonly #options: FakeLineOptions;
  readonly #life: number;
  #isOpen = false;
  /** The page has let go of it, or was told that it ended. */
  #isOver = false;
  /** The server has forgotten it. */
  #isForgotten = false;
  readonly #up: (() => void)[] = [];
  readonly #down: (() => void)[] = [];
  #upAt = 0;
  #downAt = 0;
  #cancelCheck: (() => void) | null = null;

  constructor(options: FakeLineOptions) {
    this.#options = options;
    this.page = options.page;
    this.address = options.address;
    this.token = options.token;
    this.#life = options.server.life;
    const { scheduler } = options.server;
    scheduler.markDirty();
    const cancelTimeout = scheduler.after(OPEN_TIMEOUT_MS, () => {
      if (!this.#isOpen) this.#end(unreachable());
    });
    this.#sendUp(() => {
      cancelTimeout();
      // Closing a socket that is still connecting leaves nothing in the cable.
      if (this.#isOver) return;
      const answer = options.server.claim(this);
      this.#sendDown(() => {
        if (answer === 'open') this.#handleOpen();
        else this.#end(answer === 'taken' ? 'taken' : unreachable());
      });
      if (answer === 'open') options.server.deliverWaiting(this);
    });
  }

  send(to: string, content: unknown): void {
    const copy = JSON.parse(JSON.stringify(content)) as unknown;
    this.#sendUp(() => {
      this.#options.server.relay(this, to, copy);
    });
  }

  check(): void {
    if (!this.#options.device.reachesServer) this.#planCheck(CHECK_ANSWER_MS, CHECK_ANSWER_MS);
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#cancelCheck?.();
    this.#sendUp(() => {
      this.#forget();
    });
  }

  carryDown(down: Down): void {
    this.#sendDown(() => {
      if (this.#isOver) return;
      if (down.type === 'message') this.#options.events.handleMessage(down.message);
      else this.#options.events.handleUndeliverable(down.to);
    });
  }

  /** The server is gone, or has let go of this line. */
  endByServer(): void {
    this.#isForgotten = true;
    this.#up.length = 0;
    this.#sendDown(() => {
      this.#end(unreachable());
    });
  }

  recheck(): void {
    const { device } = this.#options;
    if (!device.reachesServer) {
      if (this.#isOpen && !this.#isOver) this.#planCheck(...CHECK_MS);
      return;
    }
    this.#cancelCheck?.();
    this.#cancelCheck = null;
    // What a dead browser had not got rid of is lost with it.
    if (this.page.isGone) this.#up.length = 0;
    for (const run of this.#up.splice(0)) this.#sendUp(run);
    for (const run of this.#down.splice(0)) this.#sendDown(run);
  }

  #handleOpen(): void {
    if (this.#isOver) {
      this.#forget();
      return;
    }
    this.#isOpen = true;
    this.#options.events.handleOpen();
  }

  #planCheck(lowMs: number, highMs: number): void {
    const { scheduler } = this.#options.server;
    this.#cancelCheck?.();
    this.#cancelCheck = scheduler.after(scheduler.random.between(lowMs, highMs), () => {
      this.#cancelCheck = null;
      this.#end(unreachable());
    });
  }

  /** The page is told, once. */
  #end(reason: 'taken' | NexError): void {
    this.page.post(0, () => {
      if (this.#isOver) return;
      this.#isOver = true;
      this.#cancelCheck?.();
      this.#options.events.handleEnd(reason);
      this.#sendUp(() => {
        this.#forget();
      });
    });
  }

  #forget(): void {
    this.#isForgotten = true;
    this.#options.server.release(this);
    this.#options.server.forget(this);
  }

  #sendUp(run: () => void): void {
    const { server, device } = this.#options;
    const { scheduler } = server;
    this.#upAt = Math.max(this.#upAt + 0.01, scheduler.now + scheduler.random.between(2, 60));
    scheduler.after(this.#upAt - scheduler.now, () => {
      if (this.#isForgotten || this.#life !== server.life) return;
      if (device.reachesServer && this.#up.length === 0) run();
      else if (!device.isDead) this.#up.push(run);
    });
  }

  #sendDown(run: () => void): void {
    const { server, device, page } = this.#options;
    const { scheduler } = server;
    this.#downAt = Math.max(this.#downAt + 0.01, scheduler.now + scheduler.random.between(2, 60));
    scheduler.after(this.#downAt - scheduler.now, () => {
      if (device.reachesServer && this.#down.length === 0) page.post(0, run);
      else if (!device.isDead) this.#down.push(run);
    });
  }
}

function unreachable(): NexError {
  return new NexError('signaling/unreachable', 'The fake server cannot be reached.', { retryable: true });
}
