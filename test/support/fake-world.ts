import { Emitter } from '../../src/base/emitter.js';
import type { RestoreMark, RestoreStore } from '../../src/world/restore-store-port.js';
import type { PageChange, PowerState, World, WorldEvents } from '../../src/world/world-port.js';

/** A world in which only that happens which a test makes happen. */
export class FakeWorld implements World {
  isOnline = true;
  isHidden = false;
  isHandheld = false;
  isMemorySmall = false;
  isClosed = false;
  power: PowerState = { isBatteryLow: false, isDataSaver: false, isCellular: false };
  readonly #emitter = new Emitter<WorldEvents>();

  on<Type extends keyof WorldEvents>(type: Type, listener: (event: WorldEvents[Type]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  get listenerCount(): number {
    return this.#emitter.size;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.#emitter.emit('network-changed', { isOnline });
  }

  setPage(change: PageChange): void {
    if (change === 'hidden') this.isHidden = true;
    if (change === 'visible') this.isHidden = false;
    this.#emitter.emit('page', { change });
  }

  wake(gapMs: number): void {
    this.#emitter.emit('woke', { gapMs });
  }

  setPower(patch: Partial<PowerState>): void {
    this.power = { ...this.power, ...patch };
    this.#emitter.emit('power', { power: this.power });
  }

  close(): void {
    this.isClosed = true;
    this.#emitter.clear();
  }
}

/** The marks of one tab; `reload()` makes them those of the page before. */
export class FakeRestoreStore implements RestoreStore {
  readonly marks = new Map<string, { readonly mark: RestoreMark; readonly isUnloading: boolean }>();
  #isReloaded = false;

  get hasMarks(): boolean {
    return this.#isReloaded && this.marks.size > 0;
  }

  reload(): void {
    this.#isReloaded = true;
  }

  find(key: string): RestoreMark | null {
    return this.#isReloaded ? (this.marks.get(key)?.mark ?? null) : null;
  }

  keep(key: string, mark: RestoreMark, isUnloading: boolean): void {
    this.marks.set(key, { mark, isUnloading });
  }

  forget(key: string): void {
    this.marks.delete(key);
  }
}
