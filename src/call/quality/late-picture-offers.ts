import type { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents, ReceiveWish } from '../../engine/engine-port.js';
import { offeredPicture, type OfferedPicture } from '../../quality/offered-picture.js';
import { wantedPicture, type WantedPicture } from '../../quality/wanted-picture.js';
import type { CallState } from '../call.js';
import type { LateOptions } from '../later/late-options.js';
import { CameraPace } from './late-camera-pace.js';

type Said = EngineEvents['data'];

const KIND = 'picture';
const MAX_SIDE = 16_384;
const MAX_FRAME_RATE = 240;
/** Shares of what was told: a pace that wavers is not told anew. */
const SAME_PACE = 0.2;
const PACE_PERIOD_MS = 5000;
const NONE: OfferedPicture = Object.freeze({ width: 0, height: 0, frameRate: null });

export interface PictureOffersOptions extends Pick<LateOptions, 'snapshot' | 'captures' | 'world' | 'clock' | 'scope'> {
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
 * Everybody tells the others how large the own camera picture can be at most, and how many frames of it there are, so that
 * those who see less than they want know whether that is the network's doing: a small camera, a dark room, and a small
 * picture that was chosen, are no bad connection.
 */
export class PictureOffers {
  readonly #options: PictureOffersOptions;
  readonly #offers = new Map<string, OfferedPicture>();
  readonly #pace = new CameraPace();
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
    stay.every(PACE_PERIOD_MS, () => {
      this.#pace.look(this.#options.captures.track('camera'), this.#options.clock.now());
      this.update();
    });
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
    if (own.width === 0 || isSame(own, this.#own)) return;
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

  #offer(): OfferedPicture {
    const { captures, snapshot, world } = this.#options;
    const { options, adaptation, power } = snapshot.state;
    const track = captures.track('camera');
    const settings = track?.getSettings();
    return offeredPicture(
      {
        camera: settings === undefined ? null : { width: settings.width ?? 0, height: settings.height ?? 0 },
        device: { ...power, isHandheld: world.isHandheld, isMemorySmall: world.isMemorySmall },
        videoChoice: options.videoQuality,
        isAdaptive: adaptation.isAdaptive,
        isSigning: adaptation.isSigning,
      },
      adaptation.steps,
      this.#pace.rateOf(track),
    );
  }

  #tell(to?: string): void {
    const { width, height, frameRate } = this.#own;
    const offer = { kind: KIND, width, height, ...(frameRate === null ? {} : { frameRate }) };
    if (width > 0) this.#engine?.sendData(offer, to === undefined ? {} : { to });
  }

  #handleSaid({ participantId, data }: Said): void {
    const offer = parseOffer(data);
    if (offer !== null) this.#offers.set(participantId, offer);
  }
}

function parseOffer(data: unknown): OfferedPicture | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== KIND) return null;
  const { width, height, frameRate } = data as Readonly<Record<string, unknown>>;
  return isSide(width) && isSide(height) ? Object.freeze({ width, height, frameRate: readRate(frameRate) }) : null;
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SIDE;
}

function readRate(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && value <= MAX_FRAME_RATE ? value : null;
}

function isSame(one: OfferedPicture, other: OfferedPicture): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  const [rate, before] = [one.frameRate, other.frameRate];
  return rate === null || before === null ? rate === before : Math.abs(rate - before) <= before * SAME_PACE;
}

function keyOf(source: 'camera' | 'screen', participantId: string): string {
  return `${source} ${participantId}`;
}
