/** Typed events in the process: one read-only object per event, listeners told in the order they came. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>();

  /** Listens; the returned function stops it. */
  on<Type extends keyof Events>(type: Type, listener: (event: Events[Type]) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  /** Tells every listener; one that throws does not keep the others from being told. */
  emit<Type extends keyof Events>(type: Type, event: Events[Type]): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) {
      try {
        (listener as (event: Events[Type]) => void)(event);
      } catch (error) {
        reportLater(error);
      }
    }
  }

  /** How many listen, over all types: for leak tests. */
  get size(): number {
    let size = 0;
    for (const listeners of this.#listeners.values()) size += listeners.size;
    return size;
  }

  clear(): void {
    this.#listeners.clear();
  }
}

/** A listener's own fault surfaces as an uncaught error of its own, as for DOM listeners. */
function reportLater(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
