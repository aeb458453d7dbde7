/**
 * Something the visitor chose, kept by this browser and the same for every element of the page.
 * Where storage is refused it holds for the page alone.
 */
export class StoredChoice<Value> {
  readonly #key: string;
  readonly #read: (stored: Readonly<Record<string, unknown>>) => Value;
  readonly #listeners = new Set<(value: Value) => void>();
  #value: Value | null = null;

  /** `read` makes a whole value of whatever is stored, which may be nothing or something else. */
  constructor(key: string, read: (stored: Readonly<Record<string, unknown>>) => Value) {
    this.#key = key;
    this.#read = read;
  }

  get value(): Value {
    this.#value ??= this.#read(this.#stored());
    return this.#value;
  }

  set(value: Value): void {
    this.#value = value;
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // Full or forbidden.
    }
    for (const listener of [...this.#listeners]) listener(value);
  }

  listen(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #stored(): Readonly<Record<string, unknown>> {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
      return typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
    } catch {
      return {};
    }
  }
}
