/** Holds one frozen snapshot; tells listeners once per microtask, and only when what they selected changed. */
export class Store<State extends object> {
  #state: Readonly<State>;
  #isScheduled = false;
  readonly #subscriptions = new Set<{ check: () => void }>();

  constructor(initial: State) {
    this.#state = Object.freeze({ ...initial });
  }

  get state(): Readonly<State> {
    return this.#state;
  }

  /** Replaces the named members; nothing happens when none differs. */
  update(patch: Partial<State>): void {
    const keys = Object.keys(patch) as (keyof State)[];
    if (keys.every((key) => Object.is(this.#state[key], patch[key]))) return;
    this.#state = Object.freeze({ ...this.#state, ...patch });
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      for (const subscription of [...this.#subscriptions]) subscription.check();
    });
  }

  /** `listener` is called with the selected value whenever it is no longer the same (`Object.is`). */
  subscribe<Value>(selector: (state: Readonly<State>) => Value, listener: (value: Value) => void): () => void {
    let last = selector(this.#state);
    const subscription = {
      check: (): void => {
        const value = selector(this.#state);
        if (Object.is(value, last)) return;
        last = value;
        listener(value);
      },
    };
    this.#subscriptions.add(subscription);
    return () => {
      this.#subscriptions.delete(subscription);
    };
  }

  get subscriberCount(): number {
    return this.#subscriptions.size;
  }
}
