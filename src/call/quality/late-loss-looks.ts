import type { Scope } from '../../base/scope.js';
import type { Engine } from '../../engine/engine-port.js';
import { LossWatch, type LossSign } from '../../quality/loss-watch.js';

const PERIOD_MS = 500;
/** While somewhere something was sent again of late. */
const CLOSE_PERIOD_MS = 250;

export interface LossLooksOptions {
  readonly engine: Pick<Engine, 'getStats'>;
  /** Ends with it. */
  readonly scope: Scope;
  /** The pictures that are sent now. */
  readonly sources: () => readonly ('camera' | 'screen')[];
  /** By participant; never empty. */
  readonly onSigns: (signs: ReadonlyMap<string, LossSign>) => void;
}

/** Looks at what is sent more often than all statistics are read: what reacts to losses must not wait for those. */
export class LossLooks {
  readonly #options: LossLooksOptions;
  #watches = new Map<string, LossWatch>();

  constructor(options: LossLooksOptions) {
    this.#options = options;
    this.#lookIn(PERIOD_MS);
  }

  #lookIn(delayMs: number): void {
    this.#options.scope.after(delayMs, () => void this.#look());
  }

  async #look(): Promise<void> {
    const { scope, onSigns } = this.#options;
    // Where it fails, the next look may tell.
    const reports = await this.#read().catch(() => new Map<string, RTCStatsReport[]>());
    if (scope.isClosed) return;
    const watches = new Map<string, LossWatch>();
    const signs = new Map<string, LossSign>();
    for (const [id, list] of reports) {
      const watch = this.#watches.get(id) ?? new LossWatch();
      watches.set(id, watch);
      const sign = watch.add(list);
      if (sign !== null) signs.set(id, sign);
    }
    this.#watches = watches;
    if (signs.size > 0) onSigns(signs);
    this.#lookIn([...watches.values()].some(({ isSuspicious }) => isSuspicious) ? CLOSE_PERIOD_MS : PERIOD_MS);
  }

  async #read(): Promise<Map<string, RTCStatsReport[]>> {
    const { engine, sources } = this.#options;
    const reports = new Map<string, RTCStatsReport[]>();
    for (const all of await Promise.all(sources().map((source) => engine.getStats(source))))
      for (const [id, report] of all) reports.set(id, [...(reports.get(id) ?? []), report]);
    return reports;
  }
}
