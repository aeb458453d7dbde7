import { NexError } from '../../base/nex-error.js';
import type { Engine, TrackSource } from '../../engine/engine-port.js';
import type { MediaState } from '../call.js';
import { toNexError } from '../to-nex-error.js';
import { TrackPublication } from './track-publication.js';

export type CaptureSource = 'microphone' | 'camera' | 'screen';
type Tracks = readonly (MediaStreamTrack | null)[];

export interface CaptureSlotOptions {
  readonly source: CaptureSource;
  /** What `start` gives, in the same order. */
  readonly trackSources: readonly TrackSource[];
  readonly start: (deviceId: string | null) => Promise<Tracks>;
  /** Puts the light out at once; `isStarting` while `start` has not answered. */
  readonly stop: (isStarting: boolean) => void;
  readonly onChange: () => void;
}

/**
 * One capture: brings what is captured and what is published in line with the last wish.
 * Wishes that come while it works are not lost and not repeated; the last one wins.
 */
export class CaptureSlot {
  readonly #options: CaptureSlotOptions;
  #state: MediaState = 'off';
  #error: NexError | null = null;
  #tracks: Tracks | null = null;

  #isWanted = false;
  #hasFailed = false;
  #deviceId: string | null = null;
  #capturedDeviceId: string | null = null;
  #switchError: NexError | null = null;
  /** Grows with every change of the wish: what was started for an earlier one is not kept. */
  #generation = 0;
  /** Not captured for a while, though wanted. */
  #isPaused = false;
  /** What runs is to be captured anew. */
  #isStale = false;
  #isStarting = false;
  /** The system took what runs away for a while. */
  #interruption: NexError | null = null;
  readonly #publication: TrackPublication;
  #running: Promise<void> | null = null;

  constructor(options: CaptureSlotOptions) {
    this.#options = options;
    this.#publication = new TrackPublication(options.trackSources);
  }

  get state(): MediaState {
    return this.#state;
  }

  get error(): NexError | null {
    return this.#error ?? this.#interruption;
  }

  /** Asked for, and not refused: it runs, is about to, or waits for the end of a pause. */
  get isWanted(): boolean {
    return this.#isWanted && !this.#hasFailed;
  }

  /** Asked for, and refused by the browser, the system or the device. */
  get hasFailed(): boolean {
    return this.#isWanted && this.#hasFailed;
  }

  get isInterrupted(): boolean {
    return this.#interruption !== null;
  }

  get track(): MediaStreamTrack | null {
    return this.#tracks?.[0] ?? null;
  }

  /** Settles when it is so; rejects with why not, or `call/aborted` when a later wish took its place. */
  async set(isWanted: boolean): Promise<void> {
    if (isWanted !== this.#isWanted) this.#generation += 1;
    this.#isWanted = isWanted;
    this.#hasFailed = false;
    // Asking again for what was taken away is asking to take it back.
    this.#isStale = isWanted && this.#interruption !== null;
    if (!isWanted) {
      this.#error = null;
      this.#drop();
    }
    await this.#run();
    // What is wanted during a pause starts after it.
    if (this.#isPaused || (isWanted ? this.#state === 'on' : this.#state === 'off')) return;
    throw this.error ?? new NexError('call/aborted', `A later wish for the ${this.#options.source} took the place of this one.`);
  }

  /** Uses that device, now when it runs, else at the next start. When it cannot be used, the present one goes on. */
  async selectDevice(deviceId: string | null): Promise<void> {
    this.#deviceId = deviceId;
    this.#switchError = null;
    this.#hasFailed = false;
    await this.#run();
    if (this.#deviceId !== deviceId) throw this.#switchError ?? new NexError('call/aborted', 'Another device was chosen meanwhile.');
    if (this.#state === 'blocked' && this.#error !== null) throw this.#error;
  }

  /** Publishes to `publisher` from now on; null to nobody. */
  attach(publisher: Pick<Engine, 'publish'> | null): void {
    this.#publication.attach(publisher);
    void this.#run();
  }

  /** Puts the light out until the end of the pause; the wish is remembered, and so are those that come meanwhile. */
  pause(isPaused: boolean): void {
    if (this.#isPaused === isPaused) return;
    this.#isPaused = isPaused;
    if (isPaused) {
      this.#generation += 1;
      this.#drop();
    }
    void this.#run();
  }

  /** Captures anew what runs, or what has failed; what runs goes on meanwhile. */
  restart(): Promise<void> {
    this.#isStale = this.#tracks !== null;
    this.#hasFailed = false;
    return this.#run();
  }

  /** The capture ended by itself. Null error: the visitor ended it from the browser's own interface. */
  handleEnded(error: NexError | null): void {
    if (this.#tracks === null) return;
    this.#tracks = null;
    this.#interruption = null;
    this.#error = error;
    this.#hasFailed = error !== null;
    if (error === null) this.#isWanted = false;
    void this.#run();
  }

  /** What runs is silent or dark by the system's will, or is so no longer. */
  handleMuted(isMuted: boolean): void {
    if (this.#tracks === null) return;
    this.#interruption = isMuted
      ? new NexError('media/device-in-use', `The system has taken the ${this.#options.source} away.`, {
          retryable: true,
          detail: { isInterruption: true },
        })
      : null;
    void this.#run();
  }

  #drop(): void {
    this.#options.stop(this.#isStarting);
    this.#tracks = null;
    this.#interruption = null;
  }

  #run(): Promise<void> {
    if (this.#running !== null) return this.#running;
    let finish = (): void => undefined;
    // Made before the work starts: when there is nothing to wait for, the work ends within this call.
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    this.#running = running;
    void this.#settle().then(finish, finish);
    return running;
  }

  async #settle(): Promise<void> {
    try {
      for (;;) {
        if (this.#mustStart()) await this.#start();
        else if (this.#publication.isBehind(this.#tracks)) await this.#publish();
        else break;
      }
    } finally {
      this.#running = null;
    }
    const isBlocked = this.#tracks === null ? this.#isWanted && this.#hasFailed : this.#interruption !== null;
    this.#show(isBlocked ? 'blocked' : this.#tracks === null ? 'off' : 'on');
  }

  #mustStart(): boolean {
    if (!this.#isWanted || this.#hasFailed || this.#isPaused) return false;
    return this.#tracks === null || this.#isStale || this.#deviceId !== this.#capturedDeviceId;
  }

  async #start(): Promise<void> {
    const generation = this.#generation;
    const deviceId = this.#deviceId;
    this.#isStale = false;
    if (this.#tracks === null) this.#show('pending');
    this.#isStarting = true;
    try {
      const tracks = await this.#options.start(deviceId);
      if (generation !== this.#generation) return;
      this.#tracks = tracks;
      this.#capturedDeviceId = deviceId;
      this.#error = null;
      this.#interruption = null;
      this.#hasFailed = false;
    } catch (thrown) {
      if (generation !== this.#generation) return;
      this.#handleFailure(toNexError(thrown, 'media/device-in-use', 'The capture failed for an unknown reason.'), deviceId);
    } finally {
      this.#isStarting = false;
    }
  }

  #handleFailure(error: NexError, deviceId: string | null): void {
    if (this.#tracks !== null) {
      // The one that runs goes on, unless yet another one was chosen meanwhile.
      if (this.#deviceId === deviceId) this.#deviceId = this.#capturedDeviceId;
      this.#switchError = error;
      return;
    }
    this.#error = error;
    this.#hasFailed = true;
    // Closing the browser's picker is a change of mind, not a defect that waits to be repaired.
    if (this.#options.source === 'screen' && error.code === 'media/permission-denied') this.#isWanted = false;
  }

  async #publish(): Promise<void> {
    const tracks = this.#tracks;
    const { publisher } = this.#publication;
    const published = this.#publication.publish(tracks);
    if (published === null) return;
    this.#showProgress();
    try {
      await published;
    } catch (thrown) {
      if (publisher !== this.#publication.publisher || tracks === null || tracks !== this.#tracks) return;
      this.#drop();
      this.#error = toNexError(thrown, 'peer/negotiation-failed', 'The track could not be sent.');
      this.#hasFailed = true;
    }
  }

  /** A change of device or of session does not make what runs pending again. */
  #showProgress(): void {
    if (this.#tracks !== null && (this.#state === 'on' || this.#interruption !== null)) this.#options.onChange();
    else this.#show('pending');
  }

  #show(state: MediaState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
