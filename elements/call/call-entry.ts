import type { Call } from '../../src/call/call.js';
import { requestJoin } from '../shared/request-join.js';

/** Brings a call to its lobby, once each, and further on where nobody is to be asked. */
export class CallEntry {
  readonly #host: HTMLElement & { readonly autojoin: boolean; requestUpdate(): void };
  #started: Call | null = null;
  #resumed: Call | null = null;
  #isRefused = false;

  constructor(host: HTMLElement & { readonly autojoin: boolean; requestUpdate(): void }) {
    this.#host = host;
  }

  /** Going in by itself failed or was prevented: the lobby is the way. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** To be told of the call before each rendering. */
  follow(call: Call | null): void {
    if (!call) return;
    const { autojoin } = this.#host;
    if (call.state.status === 'idle' && this.#started !== call) {
      this.#started = call;
      call.enterLobby();
      if (autojoin) this.#skipLobby(call);
    }
    // The page was reloaded in the middle of the call: it goes on, as the visitor had it.
    if (autojoin || this.#resumed === call || call.state.canResume !== true || call.state.status !== 'lobby') return;
    this.#resumed = call;
    this.#skipLobby(call);
  }

  #skipLobby(call: Call): void {
    requestJoin(this.#host, call).catch(() => {
      this.#isRefused = true;
      this.#host.requestUpdate();
    });
  }
}
