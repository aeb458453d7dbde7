import type { Engine, SendLimit, TrackSource } from '../../engine/engine-port.js';
import type { SendPlan } from '../../quality/send-situation.js';

/** A rate that differs by less is not worth a new setting of an encoder. */
const WORTH_TELLING = 0.05;

/** What is planned for each. */
const OWN = ['microphone', 'camera', 'screen'] as const;

/** Tells one engine the plan, only as far as it changed. */
export class ToldLimits {
  readonly #engine: Pick<Engine, 'setSendLimit'>;
  readonly #told = new Map<string, SendLimit>();

  constructor(engine: Pick<Engine, 'setSendLimit'>) {
    this.#engine = engine;
  }

  tell({ all, each }: SendPlan): void {
    for (const source of ['microphone', 'screen-audio', 'camera', 'screen'] as const) this.#tell(source, all[source]);
    for (const [participantId, own] of each) for (const source of OWN) this.#tell(source, own[source], participantId);
  }

  /** The engine forgets those who leave, too. */
  forget(participantId: string): void {
    for (const source of OWN) this.#told.delete(keyOf(source, participantId));
  }

  #tell(source: TrackSource, limit: SendLimit, participantId?: string): void {
    const key = keyOf(source, participantId);
    const told = this.#told.get(key);
    if (told !== undefined && isNear(told, limit)) return;
    this.#told.set(key, limit);
    if (participantId === undefined) this.#engine.setSendLimit(source, limit);
    else this.#engine.setSendLimit(source, limit, participantId);
  }
}

function keyOf(source: TrackSource, participantId = ''): string {
  return `${source} ${participantId}`;
}

function isNear(a: SendLimit, b: SendLimit): boolean {
  return (
    (a.isOff ?? false) === (b.isOff ?? false) &&
    (a.isStereo ?? false) === (b.isStereo ?? false) &&
    a.maxFrameRate === b.maxFrameRate &&
    isClose(a.scaleDownBy, b.scaleDownBy, 0.01) &&
    isClose(a.maxBitrateBps, b.maxBitrateBps, WORTH_TELLING)
  );
}

function isClose(a: number | null, b: number | null, share: number): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= Math.min(a, b) * share;
}
