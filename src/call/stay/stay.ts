import type { Emitter } from '../../base/emitter.js';
import { NexError } from '../../base/nex-error.js';
import type { Engine, EnginePhase } from '../../engine/engine-port.js';
import type { CallSnapshot } from '../state/call-snapshot.js';
import { LOCAL_ID, type CallSound } from '../participants/call-sound.js';
import type { CallEvents, LeaveReason } from '../call.js';
import type { Captures } from '../capture/captures.js';
import type { ControllerOptions } from '../controller-options.js';
import type { Participants } from '../participants/participants.js';
import { QualityWatch } from '../quality/quality-watch.js';
import type { Later } from '../later/later.js';
import type { Restore } from './restore.js';
import { Session } from './session.js';
import { toNexError } from '../to-nex-error.js';
import type { Upkeep } from './upkeep.js';

export interface StayOptions extends Pick<ControllerOptions, 'createEngine' | 'clock' | 'logger' | 'checkEnvironment'> {
  readonly snapshot: CallSnapshot;
  readonly emitter: Emitter<CallEvents>;
  readonly participants: Participants;
  readonly sound: CallSound;
  readonly captures: Captures;
  readonly restore: Restore;
  readonly upkeep: Upkeep;
  readonly later: Later;
}

/** One attempt to join, which leaving may cut short. */
interface Attempt {
  joined: Promise<void>;
  readonly abort: () => void;
}

/** Coming, staying and going: turns the call's status and owns the session between joining and leaving. */
export class Stay {
  readonly #options: StayOptions;
  #session: Session | null = null;
  #attempt: Attempt | null = null;

  constructor(options: StayOptions) {
    this.#options = options;
  }

  /** Null while not in a room. */
  get engine(): Engine | null {
    return this.#session?.engine ?? null;
  }

  updatePresence(): void {
    this.#session?.updatePresence(this.#options.snapshot.presence);
  }

  join(): Promise<void> {
    if (this.#attempt !== null) return this.#attempt.joined;
    const { snapshot, clock } = this.#options;
    let abort = (): void => undefined;
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => {
        reject(new NexError('call/aborted', 'The call was left while joining.', { retryable: true }));
      };
    });
    // Whoever waits for the attempt is told; here it only must not count as unhandled.
    aborted.catch(() => undefined);
    const attempt: Attempt = { abort, joined: Promise.resolve() };
    // Known before anything happens: a listener may leave at once.
    this.#attempt = attempt;
    if (!snapshot.move('join', { error: null, endReason: null })) {
      this.#attempt = null;
      return Promise.resolve();
    }
    snapshot.setFacts({ joinedAt: clock.now() });
    attempt.joined = this.#join(aborted, () => this.#attempt === attempt);
    return attempt.joined;
  }

  async leave(): Promise<void> {
    const { captures, snapshot } = this.#options;
    if (snapshot.state.status === 'lobby') {
      captures.release();
      snapshot.move('leave');
      return;
    }
    const attempt = this.#attempt;
    this.#attempt = null;
    const left = this.#end('end', 'left', null);
    attempt?.abort();
    await left;
  }

  async #join(aborted: Promise<never>, isCurrent: () => boolean): Promise<void> {
    try {
      if (!isCurrent()) await aborted;
      const obstacle = this.#options.checkEnvironment();
      if (obstacle !== null) throw obstacle;
      const { restore, snapshot } = this.#options;
      if (restore.lookup !== null) await Promise.race([restore.lookup, aborted]);
      const mark = restore.take();
      if (mark !== null) snapshot.setFacts({ joinedAt: mark.joinedAt });
      this.#startCaptures();
      await Promise.race([this.#enter(isCurrent, mark?.id ?? null), aborted]);
    } catch (thrown) {
      const error = toNexError(thrown, 'signaling/unreachable', 'Joining failed.');
      if (isCurrent()) {
        this.#attempt = null;
        void this.#failJoin(error);
      }
      throw error;
    }
    this.#attempt = null;
    this.#options.snapshot.move('joined');
    this.#options.emitter.emit('call-joined', {});
  }

  async #enter(isCurrent: () => boolean, resumeId: string | null): Promise<void> {
    const { createEngine, captures, snapshot, sound, clock, participants, emitter, logger, upkeep, later } = this.#options;
    const { room, secret, maxParticipants } = snapshot.state.options;
    upkeep.prepare();
    const engine = await createEngine({ room, secret, maxParticipants, resumeId });
    if (!isCurrent()) {
      void engine.leave();
      return;
    }
    snapshot.setFacts({ id: engine.localId });
    this.#session = new Session({
      engine,
      clock,
      logger,
      participants,
      sound,
      own: snapshot.presence,
      watchQuality: (getStats) =>
        new QualityWatch({
          getStats,
          clock,
          logger,
          emitter,
          onQuality: this.#handleQuality,
          onSample: (id, sample) => later.features?.adaptation.handleSample(id, sample),
          wantedPicture: (id) => later.features?.pictures.wanted(id) ?? null,
        }),
      onPhase: (phase, isSignalingReachable, lastError) => {
        this.#handlePhase(phase, isSignalingReachable, lastError);
      },
      onError: (error) => {
        emitter.emit('error', { error });
      },
    });
    captures.attach(engine);
    upkeep.start(engine);
    await engine.join();
    // The identity of before may have been in use.
    if (isCurrent()) snapshot.setFacts({ id: engine.localId });
  }

  /** What cannot be captured shows in the state; nobody is kept out of the call for it. */
  #startCaptures(): void {
    const { captures, emitter, snapshot } = this.#options;
    const { isMuted, isCameraOff, isAudioOnly } = snapshot.state.options;
    const wishes = [
      ['microphone', !isMuted],
      ['camera', !isCameraOff && !isAudioOnly],
    ] as const;
    for (const [source, isWanted] of wishes) {
      captures.set(source, isWanted).catch((error: unknown) => {
        if (error instanceof NexError && error.code !== 'call/aborted') emitter.emit('error', { error });
      });
    }
  }

  #failJoin(error: NexError): Promise<void> {
    if (error.code === 'signaling/room-full') return this.#end('end', 'room-full', error);
    if (error.code === 'signaling/room-locked' || error.code === 'signaling/unauthorized') return this.#end('end', 'denied', error);
    return this.#end('fail', null, error);
  }

  #handlePhase(phase: EnginePhase, isSignalingReachable: boolean, lastError: NexError | null): void {
    const { snapshot } = this.#options;
    snapshot.patch({ isSignalingReachable });
    // While joining, the promise of the engine says how it goes.
    if (this.#attempt !== null) return;
    if (phase === 'reconnecting') snapshot.move('interrupted');
    else if (phase === 'joined') snapshot.move('recovered');
    else if (phase === 'left') void this.#end('end', 'removed', lastError);
    else if (phase === 'failed')
      void this.#end('fail', 'connection-lost', lastError ?? new NexError('peer/timeout', 'The call was lost.', { retryable: true }));
  }

  readonly #handleQuality: ConstructorParameters<typeof QualityWatch>[0]['onQuality'] = (participantId, quality) => {
    if (participantId === null) this.#options.snapshot.patch({ quality });
    else this.#options.participants.setQuality(participantId, quality);
  };

  /** Puts every light out and forgets everybody at once; the promise settles when the others were told. */
  async #end(event: 'end' | 'fail', reason: LeaveReason | null, error: NexError | null): Promise<void> {
    const { snapshot, captures, emitter, logger, upkeep } = this.#options;
    const session = this.#session;
    this.#session = null;
    upkeep.stop();
    captures.release();
    session?.close();
    const hasMoved = snapshot.move(event, { endReason: reason, error, isSignalingReachable: false, speakerId: null });
    snapshot.setFacts({ id: LOCAL_ID, speaking: false });
    if (hasMoved && error !== null) emitter.emit('error', { error });
    if (hasMoved && reason !== null) emitter.emit('call-left', { reason });
    await session?.engine.leave().catch(() => {
      logger.log('warn', 'call', 'The engine could not be left cleanly.');
    });
  }
}
