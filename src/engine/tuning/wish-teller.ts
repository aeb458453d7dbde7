import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import type { ReceiveWish, TrackSource } from '../engine-port.js';
import { isPicture } from '../mesh/is-picture.js';
import type { MeshMessage } from '../mesh/mesh-messages.js';

/** A picture that grows while a window is dragged is told of so often at most. */
const PERIOD_MS = 250;
/** A side that differs by less than this share is not worth another encoding. */
const WORTH_SAYING = 0.15;
/** What a wish may say at most, in pixels. */
const MAX_SIDE = 16_384;

/** Tells one member how we want to see its pictures: whether at all at once, how large now and then. */
export class WishTeller {
  readonly #scope: Scope;
  readonly #send: (message: MeshMessage) => unknown;
  readonly #wishes = new Map<TrackSource, ReceiveWish>();
  readonly #told = new Map<TrackSource, ReceiveWish>();
  /** Those that were told of a moment ago. */
  readonly #resting = new Set<TrackSource>();

  constructor(clock: Clock, send: (message: MeshMessage) => unknown) {
    this.#scope = new Scope(clock);
    this.#send = send;
  }

  set(source: TrackSource, { isVisible, width, height }: ReceiveWish): void {
    this.#wishes.set(source, { isVisible, width: toSide(width), height: toSide(height) });
    this.#tell(source);
  }

  /** The connection is new: nothing is known there. */
  repeat(): void {
    this.#told.clear();
    this.#resting.clear();
    for (const source of this.#wishes.keys()) this.#tell(source);
  }

  close(): void {
    this.#scope.close();
  }

  #tell(source: TrackSource): void {
    const wish = this.#wishes.get(source);
    if (!wish || !isPicture(source)) return;
    const told = this.#told.get(source);
    const isSeenAnew = told?.isVisible !== wish.isVisible;
    if (!isSeenAnew && (this.#resting.has(source) || !wish.isVisible || !isOtherSize(told, wish))) return;
    this.#told.set(source, wish);
    this.#send({ type: 'wish', source, ...wish });
    this.#resting.add(source);
    this.#scope.after(PERIOD_MS, () => {
      this.#resting.delete(source);
      this.#tell(source);
    });
  }
}

function isOtherSize(told: ReceiveWish, wish: ReceiveWish): boolean {
  return (['width', 'height'] as const).some((side) => Math.abs(wish[side] - told[side]) > WORTH_SAYING * told[side]);
}

function toSide(pixels: number): number {
  return Math.min(MAX_SIDE, Math.max(0, Math.round(pixels) || 0));
}
