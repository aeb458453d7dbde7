import { Scope } from '../../base/scope.js';
import type { LinkSessions } from './link-sessions.js';
import type { PeerLinkOptions } from './peer-link-options.js';

export interface PathMenderOptions extends Pick<PeerLinkOptions, 'clock' | 'configuration' | 'refreshConfiguration'> {
  readonly sessions: LinkSessions;
  /** The other is there, but still not heard directly. */
  readonly isSpareWanted: () => boolean;
}

/** A restart is given as long; then a spare session is begun, for browsers hold on to a dead path for 3.7 s (measured). */
const SPARE_DELAY_MS = 300;

/** Looks for a new path to the other: within the present session, and soon by a spare one that takes its place. */
export class PathMender {
  readonly #options: PathMenderOptions;
  readonly #scope: Scope;

  constructor(options: PathMenderOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
  }

  /** The other side may have begun already. */
  mend(): void {
    const { sessions, isSpareWanted } = this.#options;
    if (sessions.current?.isBeingRestarted) return;
    void this.restartIce();
    this.#scope.after(SPARE_DELAY_MS, () => {
      if (isSpareWanted()) sessions.offerSpare();
    });
  }

  async restartIce(): Promise<void> {
    const { sessions, configuration, refreshConfiguration } = this.#options;
    const session = sessions.current;
    await refreshConfiguration();
    if (session === sessions.current) session?.restartIce(configuration());
  }

  close(): void {
    this.#scope.close();
  }
}
