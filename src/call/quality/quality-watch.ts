import { lateLoading } from '../../base/late-loading.js';
import type { QualityMeter, QualityMeterOptions } from './quality-meter.js';

/** Measures once there is something to measure: what does it is loaded then, so that no one waits for it to join. */
export class QualityWatch {
  readonly #options: QualityMeterOptions;
  #meter: QualityMeter | null = null;
  #isLoading = false;
  #isClosed = false;

  constructor(options: QualityMeterOptions) {
    this.#options = options;
  }

  /** To be called whenever a connection stands; after the first time it does nothing. */
  start(): void {
    if (this.#meter !== null || this.#isLoading || this.#isClosed) return;
    this.#isLoading = true;
    void this.#load();
  }

  remove(participantId: string): void {
    this.#meter?.remove(participantId);
  }

  close(): void {
    this.#isClosed = true;
    this.#meter?.close();
  }

  async #load(): Promise<void> {
    try {
      await lateLoading();
      const { QualityMeter: Meter } = await import('./quality-meter.js');
      if (!this.#isClosed) this.#meter = new Meter(this.#options);
    } catch {
      // The call goes on without numbers; the next connection tries again.
      this.#options.logger.log('warn', 'quality', 'What measures the quality could not be loaded.');
    } finally {
      this.#isLoading = false;
    }
  }
}
