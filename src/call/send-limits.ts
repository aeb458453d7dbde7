import { TRACK_SOURCES, type Engine, type SendLimit, type TrackSource } from '../engine/engine-port.js';
import type { World } from '../world/world-port.js';
import type { Captures } from './captures.js';
import { sendLimit } from './send-policy.js';

export interface SendLimitsOptions {
  readonly world: World;
  readonly captures: Captures;
}

/** Keeps the engine's limits in line with the policy. */
export class SendLimits {
  readonly #options: SendLimitsOptions;
  readonly #told = new Map<TrackSource, SendLimit>();
  #engine: Pick<Engine, 'setSendLimit'> | null = null;

  constructor(options: SendLimitsOptions) {
    this.#options = options;
  }

  /** Limits `engine` from now on; null when there is none. A new engine limits nothing. */
  attach(engine: Pick<Engine, 'setSendLimit'> | null): void {
    this.#engine = engine;
    this.#told.clear();
    this.update();
  }

  /** What the limits follow from may have changed. */
  update(): void {
    if (this.#engine === null) return;
    const { world, captures } = this.#options;
    const { width = 0, height = 0 } = captures.track('camera')?.getSettings() ?? {};
    const cameraLongSide = Math.max(width, height) || null;
    for (const source of TRACK_SOURCES) {
      const limit = sendLimit(source, { power: world.power, isHandheld: world.isHandheld, cameraLongSide });
      if (isSame(this.#told.get(source) ?? UNTOLD, limit)) continue;
      this.#told.set(source, limit);
      this.#engine.setSendLimit(source, limit);
    }
  }
}

const UNTOLD: SendLimit = { maxBitrateBps: null, maxFrameRate: null, scaleDownBy: null };

function isSame(a: SendLimit, b: SendLimit): boolean {
  return a.maxBitrateBps === b.maxBitrateBps && a.maxFrameRate === b.maxFrameRate && a.scaleDownBy === b.scaleDownBy;
}
