import { Emitter } from '../base/emitter.js';
import type { CoreEvents, CoreEventType, CoreListener } from './nexrtc-core.js';

/** Listeners that are taken away by the function they were given with. */
export class CoreListeners {
  readonly #emitter = new Emitter<CoreEvents>();
  readonly #stops = new Map<CoreEventType, Map<unknown, () => void>>();

  /** A function that listens already is told once all the same. */
  on<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void {
    const stops = this.#stops.get(event) ?? new Map<unknown, () => void>();
    this.#stops.set(event, stops);
    if (!stops.has(callback)) stops.set(callback, this.#emitter.on(event, callback));
  }

  off<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void {
    const stops = this.#stops.get(event);
    stops?.get(callback)?.();
    stops?.delete(callback);
  }

  emit<Type extends CoreEventType>(event: Type, data: CoreEvents[Type]): void {
    this.#emitter.emit(event, data);
  }

  clear(): void {
    this.#emitter.clear();
    this.#stops.clear();
  }
}
