import type { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents, ReceiveWish } from '../../engine/engine-port.js';
import { offeredPicture } from '../../quality/offered-picture.js';
import type { PictureSize } from '../../quality/send-situation.js';
import { wantedPicture, type WantedPicture } from '../../quality/wanted-picture.js';
import type { CallState } from '../call.js';
import type { LateOptions } from '../later/late-options.js';

type Said = EngineEvents['data'];

const KIND = 'picture';
const MAX_SIDE = 16_384;
const NONE: PictureSize = Object.freeze({ width: 0, height: 0 });

export interface PictureOffersOptions extends Pick<LateOptions, 'snapshot' | 'captures' | 'world' | 'scope'> {
  /** How each picture of the others is to be seen here, by source and participant. */
  readonly wishes: Map<string, ReceiveWish>;
}

/** What of the state an offer follows from. */
const CAUSES: readonly ((state: Readonly<CallState>) => unknown)[] = [
  ({ self }) => self.cameraStream,
  ({ options }) => options.videoQuality,
  ({ adaptation }) => adaptation.steps,
];

/**
 * Everybody tells the others how large the own camera picture can be at most, so that those who see it smaller than they
 * want know whether that is the network's doing: a small camera, and a small picture that was chosen, are no bad connection.
 */
export class PictureOffers {
  readonly #options: PictureOffersOptions;
  readonly #offers = new Map<string, PictureSize>();
  #engine: Pick<Engine, 'sendData'> | null = null;
  #stay: Scope | null = null;
  #own = NONE;

  constructor(options: PictureOffersOptions) {
    this.#options = options;
  }

  /** One stay begins; `early` was said before this was loaded. */
  start(engine: Pick<Engine, 'on' | 'sendData'>, early: readonly Said[]): void {
    this.stop();
    const { scope, snapshot } = this.#options;
    const stay = scope.child();
    this.#stay = stay;
    this.#engine = engine;
    for (const said of early) this.#handleSaid(said);
    stay.add(
      engine.on('data', (said) => {
        this.#handleSaid(said);
      }),
    );
    stay.add(
      engine.on('participant-ready', ({ participantId }) => {
        this.#tell(participantId);
      }),
    );
    stay.add(
      engine.on('participant-left', ({ participantId }) => {
        this.#offers.delete(participantId);
        this.#forgetWishes(participantId);
      }),
    );
    for (const select of CAUSES)
      stay.add(
        snapshot.store.subscribe(select, () => {
          this.update();
        }),
      );
    this.update();
  }

  stop(): void {
    this.#stay?.close();
    this.#stay = null;
    this.#engine = null;
    this.#offers.clear();
    this.#own = NONE;
  }

  /** What is captured, or what is sent of it, may be another size now. */
  update(): void {
    const own = this.#offer();
    // That there is no camera is told by its owner's presence.
    if (own.width === 0 || (own.width === this.#own.width && own.height === this.#own.height)) return;
    this.#own = own;
    this.#tell();
  }

  /** What is wanted here of that participant's camera; null when it is not shown, or it is not known. */
  wanted(participantId: string): WantedPicture | null {
    const participant = this.#options.snapshot.state.participants.find(({ id }) => id === participantId);
    if (participant?.camera !== 'on') return null;
    return wantedPicture(this.#options.wishes.get(keyOf('camera', participantId)) ?? null, this.#offers.get(participantId) ?? null);
  }

  /** Also those of who left before: a tile that goes last says that it is not seen any more. */
  #forgetWishes(gone: string): void {
    const { snapshot, wishes } = this.#options;
    const here = snapshot.state.participants.map(({ id }) => id).filter((id) => id !== gone);
    const kept = new Set(here.flatMap((id) => [keyOf('camera', id), keyOf('screen', id)]));
    for (const key of wishes.keys()) if (!kept.has(key)) wishes.delete(key);
  }

  #offer(): PictureSize {
    const { captures, snapshot, world } = this.#options;
    const { options, adaptation, power } = snapshot.state;
    const settings = captures.track('camera')?.getSettings();
    return offeredPicture(
      {
        camera: settings === undefined ? null : { width: settings.width ?? 0, height: settings.height ?? 0 },
        device: { ...power, isHandheld: world.isHandheld, isMemorySmall: world.isMemorySmall },
        videoChoice: options.videoQuality,
        isAdaptive: adaptation.isAdaptive,
        isSigning: adaptation.isSigning,
      },
      adaptation.steps,
    );
  }

  #tell(to?: string): void {
    if (this.#own.width > 0) this.#engine?.sendData({ kind: KIND, ...this.#own }, to === undefined ? {} : { to });
  }

  #handleSaid({ participantId, data }: Said): void {
    const offer = parseOffer(data);
    if (offer !== null) this.#offers.set(participantId, offer);
  }
}

function parseOffer(data: unknown): PictureSize | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== KIND) return null;
  const { width, height } = data as Readonly<Record<string, unknown>>;
  return isSide(width) && isSide(height) ? Object.freeze({ width, height }) : null;
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SIDE;
}

function keyOf(source: 'camera' | 'screen', participantId: string): string {
  return `${source} ${participantId}`;
}
