import type { Clock } from './clock.js';

/** Owns everything that must be released together: listeners, timers, connections. `close()` is idempotent. */
export class Scope {
  readonly #clock: Clock;
  readonly #releases = new Set<() => void>();
  #isClosed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** How many things are held now: for leak tests. */
  get size(): number {
    return this.#releases.size;
  }

  /** Keeps a release for `close()`; the returned function releases now. On a closed scope it releases at once. */
  add(release: () => void): () => void {
    if (this.#isClosed) {
      release();
      return () => undefined;
    }
    const releaseOnce = (): void => {
      if (this.#releases.delete(releaseOnce)) release();
    };
    this.#releases.add(releaseOnce);
    return releaseOnce;
  }

  listen(target: EventTarget, type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): () => void {
    target.addEventListener(type, listener, options);
    return this.add(() => {
      target.removeEventListener(type, listener, options);
    });
  }

  after(delayMs: number, run: () => void): () => void {
    if (this.#isClosed) return () => undefined;
    const release = this.add(
      this.#clock.after(delayMs, () => {
        release();
        run();
      }),
    );
    return release;
  }

  every(periodMs: number, run: () => void): () => void {
    return this.#isClosed ? () => undefined : this.add(this.#clock.every(periodMs, run));
  }

  /** A scope that ends with this one at the latest. */
  child(): Scope {
    const child = new Scope(this.#clock);
    const forget = this.add(() => {
      child.close();
    });
    child.add(forget);
    return child;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const release of [...this.#releases].reverse()) release();
  }
}
