import { ContextEvent } from '@lit/context';
import type { ReactiveController } from 'lit';
import { systemClock } from '../base/clock.js';
import { Scope } from '../base/scope.js';
import type { Call } from '../call/call.js';
import { attachContextRoot } from './attach-context-root.js';
import { callContext } from './call-context.js';
import type { CallHost } from './call-host.js';

const finders = new WeakMap<CallHost, CallFinder>();

/**
 * Finds the call of one element and says when it becomes another: the `call` property wins, then the element
 * that `for` names, then the nearest provider above. Order of upgrade and of insertion does not matter.
 */
export class CallFinder implements ReactiveController {
  readonly #host: CallHost;
  readonly #listeners = new Set<(call: Call | null) => void>();
  #provided: Call | null = null;
  #found: Call | null = null;
  #release: (() => void) | undefined;
  #requestedFor: string | null = null;
  #scope: Scope | undefined;

  /** The finder of that element; all consumers of an element share one. */
  static of(host: CallHost): CallFinder {
    let finder = finders.get(host);
    if (!finder) {
      finder = new CallFinder(host);
      finders.set(host, finder);
      host.addController(finder);
    }
    return finder;
  }

  private constructor(host: CallHost) {
    this.#host = host;
  }

  /** What `call` was set to counts at once: an element's own `willUpdate` comes before `hostUpdate`. */
  get call(): Call | null {
    return (this.#host.isConnected && this.#host.call) || this.#found;
  }

  /** Told at once about the present call and then about each other one; the returned function stops it. */
  listen(listener: (call: Call | null) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#found);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  hostConnected(): void {
    attachContextRoot(this.#host.ownerDocument);
    this.#scope?.close();
    this.#scope = new Scope(systemClock);
    this.#scope.listen(this.#host.ownerDocument, 'context-provider', this.#onProvider);
    this.#request();
  }

  hostDisconnected(): void {
    this.#scope?.close();
    this.#scope = undefined;
    this.#forget();
    this.#settle(null);
  }

  hostUpdate(): void {
    if (this.#host.isConnected && this.#requestedFor !== this.#host.for) this.#request();
    this.#settle(this.#host.isConnected ? (this.#host.call ?? this.#provided) : null);
  }

  /** A `<nex-call>` arrived or was upgraded: the one named by `for` may be there now. */
  readonly #onProvider = (): void => {
    if (this.#host.for !== '' && !this.#release) this.#request();
  };

  readonly #onProvided = (call: Call | null, release?: () => void): void => {
    if (release !== this.#release) this.#release?.();
    if (!this.#host.isConnected) {
      release?.();
      return;
    }
    this.#release = release;
    this.#provided = call;
    this.#settle(this.#host.call ?? call);
  };

  #request(): void {
    this.#forget();
    this.#requestedFor = this.#host.for;
    const origin = this.#origin();
    if (origin) origin.dispatchEvent(new ContextEvent(callContext, this.#host, this.#onProvided, true));
    if (origin && origin !== this.#host && !this.#release) this.#provided = heldCall(origin);
    this.#settle(this.#host.call ?? this.#provided);
  }

  #origin(): Element | null {
    if (this.#host.for === '') return this.#host;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    return root.getElementById(this.#host.for) ?? this.#host.ownerDocument.getElementById(this.#host.for);
  }

  #forget(): void {
    this.#release?.();
    this.#release = undefined;
    this.#provided = null;
    this.#requestedFor = null;
  }

  #settle(call: Call | null): void {
    if (call === this.#found) return;
    this.#found = call;
    for (const listener of [...this.#listeners]) listener(call);
    this.#host.requestUpdate();
  }
}

/** The call an element that provides none by context holds in its `call` property. */
function heldCall(element: Element): Call | null {
  const { call } = element as Element & { call?: Call | null };
  return call ?? null;
}
