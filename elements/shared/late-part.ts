import { lateLoading } from '../../src/base/late-loading.js';

interface Host {
  requestUpdate?(): void;
}

/** Something that an element renders with and that is loaded when first asked for; the element renders again with it. */
export class LatePart<Part> {
  readonly #host: Host;
  readonly #load: () => Promise<Part>;
  #part: Part | null = null;
  #isLoading = false;

  constructor(host: Host, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Null until it is there; asking starts loading, and again after that failed. */
  get(): Part | null {
    if (this.#part === null && !this.#isLoading) {
      this.#isLoading = true;
      void this.#fetch();
    }
    return this.#part;
  }

  async #fetch(): Promise<void> {
    // Not loaded (the network is gone): the next time the element renders, it is tried again.
    this.#part = await lateLoading()
      .then(this.#load)
      .catch(() => null);
    this.#isLoading = false;
    if (this.#part !== null) this.#host.requestUpdate?.();
  }
}
