import type { Clock } from '../base/clock.js';
import { Scope } from '../base/scope.js';
import type { WakeLock } from './wake-lock-port.js';

/** What is used of a browser's lock. */
export interface WakeLockSentinelLike {
  release(): Promise<void>;
}

export interface WakeLockOptions {
  readonly clock: Clock;
  readonly document: EventTarget & { readonly visibilityState?: string };
  /** Undefined where the browser has none. */
  readonly wakeLock: { request(type: 'screen'): Promise<WakeLockSentinelLike> } | undefined;
}

/** The browser's own lock. It ends with every time that the page is hidden, so it is asked for again when it is shown. */
export function createWakeLock(options: WakeLockOptions): WakeLock {
  return new BrowserWakeLock(options);
}

class BrowserWakeLock implements WakeLock {
  readonly #options: WakeLockOptions;
  readonly #scope: Scope;
  #isWanted = false;
  #isAsking = false;
  #sentinel: WakeLockSentinelLike | null = null;

  constructor(options: WakeLockOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#scope.listen(options.document, 'visibilitychange', () => {
      // The browser has let go of it; one that is merely told again is held as before.
      if (this.#isHidden) this.#drop();
      else void this.#ask();
    });
  }

  hold(): void {
    this.#isWanted = !this.#scope.isClosed;
    void this.#ask();
  }

  release(): void {
    this.#isWanted = false;
    this.#drop();
  }

  close(): void {
    this.release();
    this.#scope.close();
  }

  get #isHidden(): boolean {
    return this.#options.document.visibilityState === 'hidden';
  }

  async #ask(): Promise<void> {
    if (!this.#isWanted || this.#isAsking || this.#sentinel !== null || this.#isHidden) return;
    this.#isAsking = true;
    try {
      this.#sentinel = (await this.#options.wakeLock?.request('screen')) ?? null;
    } catch {
      // Little battery, or forbidden by the host page: the screen may go dark. The next showing asks again.
    } finally {
      this.#isAsking = false;
    }
    if (!this.#isWanted || this.#isHidden) this.#drop();
  }

  #drop(): void {
    const sentinel = this.#sentinel;
    this.#sentinel = null;
    void sentinel?.release().catch(() => undefined);
  }
}
