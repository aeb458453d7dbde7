import { pageSecret } from '../../elements/shared/page-secret.js';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import type { CallExtras } from '../../src/call/call-extras.js';
import type { CallInput } from '../../src/call/call-options.js';
import type { Call } from '../../src/call/call.js';
import { createCall } from '../../src/create-call.js';
import { applyLiveOptions, lastingKey } from './apply-live-options.js';

/** How long a component may be gone before its call is closed: StrictMode and fast refresh take it away for a moment. */
const GRACE_MS = 250;

export interface CallLeaseOptions extends CallInput {
  /** Joins as soon as the component is there, and another `room` once it is given; not again after the visitor has left. */
  readonly autojoin?: boolean | undefined;
}

export interface LeasedCall {
  readonly call: Call | null;
  /** Why no call could be made; null when all is well. */
  readonly error: unknown;
}

const NOTHING: LeasedCall = { call: null, error: null };

/** The one call of a component: made when it is shown, kept while React mounts it twice, closed when it is gone for good. */
export class CallLease {
  readonly #listeners = new Set<() => void>();
  #leased: LeasedCall = NOTHING;
  #input: CallLeaseOptions = {};
  #extras: CallExtras = {};
  /** The options that the present call was made of, as a key. */
  #madeOf = '';
  #grace: Scope | undefined;
  #stopWatching: (() => void) | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): LeasedCall => this.#leased;

  /** The component is shown, or was rendered again, with these options. `extras` count when a call is made. */
  keep(input: CallLeaseOptions, extras: CallExtras): void {
    this.#grace?.close();
    this.#grace = undefined;
    const before = this.#input;
    this.#input = input;
    this.#extras = extras;
    const { call } = this.#leased;
    if (call === null || this.#needsAnother(call, before)) {
      // Whoever has left is not brought back because an option changed.
      const hasLeft = call?.state.status === 'ended' && input.room === before.room;
      this.#close();
      this.#open(!hasLeft);
      return;
    }
    // What the call refuses is left unhandled for the page's own reports: the call goes on with what it had.
    void applyLiveOptions(call, before, input);
  }

  /** The component is gone; unless it is back soon, so is the call. */
  release(): void {
    this.#grace?.close();
    this.#grace = new Scope(systemClock);
    this.#grace.after(GRACE_MS, () => {
      this.#close();
      this.#set(NOTHING);
    });
  }

  #needsAnother(call: Call, before: CallLeaseOptions): boolean {
    if (this.#input.room !== before.room) return true;
    const { status } = call.state;
    const isBusy = status === 'joining' || status === 'connected' || status === 'reconnecting';
    // Nobody is thrown out of a call because a page changed an option: the others wait for the next call.
    return !isBusy && lastingKey(this.#input) !== this.#madeOf;
  }

  #open(mayJoin: boolean): void {
    const { autojoin, ...input } = this.#input;
    this.#madeOf = lastingKey(this.#input);
    try {
      // As the tag takes it; a call itself would take the word for the secret.
      const call = createCall(input.secret === 'url' ? { ...input, secret: pageSecret() } : input, this.#extras);
      this.#stopWatching = call.subscribe(
        ({ status }) => status,
        () => {
          this.keep(this.#input, this.#extras);
        },
      );
      // Lists devices; captures nothing.
      call.enterLobby();
      this.#set({ call, error: null });
      // Why it failed is in the call's state.
      if (autojoin === true && mayJoin) call.join().catch(() => undefined);
    } catch (error) {
      this.#set({ call: null, error });
    }
  }

  #close(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#leased.call?.close().catch(() => undefined);
  }

  #set(leased: LeasedCall): void {
    this.#leased = leased;
    for (const listener of [...this.#listeners]) listener();
  }
}
