import { lateLoading } from '../../base/late-loading.js';
import type { Engine, ReceiveWish } from '../../engine/engine-port.js';
import type { LateFeatures } from './late-features.js';
import type { EarlyEvent, LateOptions } from './late-options.js';
import { toNexError } from '../to-nex-error.js';

/** What others may say before there is somebody to hear it. */
const MAX_EARLY = 256;

/** What is of use only once the call stands (chat, hands, device care): loaded then, or with the first wish for it. */
export class Later {
  /** Null until it is loaded. */
  features: LateFeatures | null = null;
  /** How each picture of the others is to be seen here, by source and participant. */
  readonly wishes = new Map<string, ReceiveWish>();
  readonly #options: () => LateOptions;
  #loading: Promise<LateFeatures> | null = null;
  /** Begins the stay without waiting for a better moment. */
  #begin = (): void => undefined;
  #stop = (): void => undefined;

  constructor(options: () => LateOptions) {
    this.#options = options;
  }

  /** Rejects with `call/aborted` when it cannot be loaded; the next wish tries again. */
  load(): Promise<LateFeatures> {
    this.#begin();
    return (this.#loading ??= this.#load());
  }

  /** One stay begins; what is said until the features are there is kept for them. */
  start(engine: Engine): void {
    const early: EarlyEvent[] = [];
    const keep = (event: EarlyEvent): void => {
      if (early.length < MAX_EARLY) early.push(event);
    };
    const waiting = this.#options().scope.child();
    this.#begin = () => {
      if (engine.phase !== 'joined') return;
      (this.#loading ??= this.#load()).then(
        (features) => {
          if (waiting.isClosed) return;
          waiting.close();
          features.start(engine, early);
        },
        // The call goes on without; the next one who comes, and the next wish, try again.
        () => undefined,
      );
    };
    const beginSoon = (): void => {
      void lateLoading().then(() => {
        if (!waiting.isClosed) this.#begin();
      });
    };
    waiting.add(engine.on('data', keep));
    waiting.add(engine.on('receive-wish', keep));
    waiting.add(engine.on('phase', beginSoon));
    waiting.add(engine.on('participant-ready', beginSoon));
    this.#stop = () => {
      waiting.close();
      this.#begin = () => undefined;
      this.features?.stop();
    };
  }

  stop(): void {
    this.wishes.clear();
    this.#stop();
  }

  async #load(): Promise<LateFeatures> {
    try {
      const { LateFeatures: Features } = await import('./late-features.js');
      return (this.features = new Features(this.#options(), this.wishes));
    } catch (thrown) {
      this.#loading = null;
      throw toNexError(thrown, 'call/aborted', 'Its code could not be loaded.');
    }
  }
}
