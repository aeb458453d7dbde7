import type { ReactiveController } from 'lit';
import type { Call, CallState } from '../call/call.js';
import { CallFinder } from './call-finder.js';
import type { CallHost } from './call-host.js';

/** Gives an element one value selected from its call, and renders that element alone again when the value changed. */
export class CallConsumer<Value> implements ReactiveController {
  readonly #host: CallHost;
  readonly #finder: CallFinder;
  readonly #selector: (state: Readonly<CallState>) => Value;
  readonly #isEqual: (a: Value, b: Value) => boolean;
  #value: Value | undefined;
  #stop: (() => void) | undefined;
  #stopListening: (() => void) | undefined;

  constructor(
    host: CallHost,
    selector: (state: Readonly<CallState>) => Value,
    isEqual: (a: Value, b: Value) => boolean = Object.is,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#isEqual = isEqual;
    this.#finder = CallFinder.of(host);
    host.addController(this);
  }

  /** Undefined while the element has no call. */
  get value(): Value | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#stopListening ??= this.#finder.listen(this.#onCall);
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #onCall = (call: Call | null): void => {
    this.#stop?.();
    this.#stop = undefined;
    if (!call) {
      this.#take(undefined);
      return;
    }
    this.#stop = call.subscribe(this.#selector, (value) => {
      this.#take(value);
    });
    this.#take(this.#selector(call.state));
  };

  #take(value: Value | undefined): void {
    const old = this.#value;
    if (value !== undefined && old !== undefined && this.#isEqual(old, value)) return;
    if (value === undefined && old === undefined) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
