import type { FakePage } from './fake-page.js';
import type { WorldScheduler } from './world-scheduler.js';

export interface FakeOperationsOptions {
  readonly page: FakePage;
  readonly scheduler: WorldScheduler;
  readonly isClosed: () => boolean;
  readonly onIdle: () => void;
}

const LONGEST_MS = 12;

/** The operations of one connection: one after another, each taking a little time; none settles after `close()`. */
export class FakeOperations {
  readonly #options: FakeOperationsOptions;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(options: FakeOperationsOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#count > 0;
  }

  run(operation: () => void): Promise<void> {
    if (this.#options.isClosed()) return Promise.reject(new DOMException('Closed', 'InvalidStateError'));
    this.#count += 1;
    const done = this.#last.then(
      () =>
        new Promise<void>((resolve, reject) => {
          this.#later(() => {
            this.#count -= 1;
            try {
              operation();
              resolve();
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
            if (!this.isBusy) this.#options.onIdle();
          });
        }),
    );
    this.#last = done.catch(() => undefined);
    return done;
  }

  #later(run: () => void): void {
    const { page, scheduler, isClosed } = this.#options;
    page.post(scheduler.random.between(0, LONGEST_MS), () => {
      if (!isClosed()) run();
    });
  }
}
