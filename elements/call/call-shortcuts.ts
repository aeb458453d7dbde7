import type { ReactiveController } from 'lit';
import type { ShortcutHost } from './shortcut-host.js';

/** The keys matter only once focus is inside: then they are loaded, and what was pressed meanwhile is done. */
const FIRST_EVENTS = ['focusin', 'keydown', 'nex-shortcuts-help'];

/** The keys of the call, while focus is inside the host and not where text is typed. */
export class CallShortcuts implements ReactiveController {
  readonly #host: ShortcutHost;
  #missed: readonly [Event, readonly EventTarget[]] | null = null;

  constructor(host: ShortcutHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of FIRST_EVENTS) this.#host.addEventListener(type, this.#onFirst);
  }

  hostDisconnected(): void {
    for (const type of FIRST_EVENTS) this.#host.removeEventListener(type, this.#onFirst);
  }

  readonly #onFirst = (event: Event): void => {
    const isLoading = this.#missed !== null;
    // Where it came from is known only while it is under way.
    this.#missed = [event, event.composedPath()];
    if (!isLoading) void this.#load();
  };

  async #load(): Promise<void> {
    // Not loaded (the network is gone): the next key tries again.
    const loaded = await import('./late-shortcuts.js').catch(() => null);
    const missed = this.#missed;
    this.#missed = null;
    if (!loaded || !missed) return;
    this.#host.removeController(this);
    this.hostDisconnected();
    new loaded.LateShortcuts(this.#host).handle(...missed);
  }
}
