import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../base/logger.js';
import type { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import type { Engine, EngineEvents, EnginePhase } from '../../engine/engine-port.js';
import { PresenceExchange } from '../../room/presence-exchange.js';
import type { OwnPresence } from '../../room/presence.js';
import type { CallSound } from '../participants/call-sound.js';
import type { Participants } from '../participants/participants.js';
import type { QualityWatch } from '../quality/quality-watch.js';

/** A participant whose name has not come this long after the connection is announced without it. */
const NAME_WAIT_MS = 2000;

export interface SessionOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly participants: Participants;
  readonly sound: CallSound;
  readonly watchQuality: (getStats: Engine['getStats']) => QualityWatch;
  readonly own: OwnPresence;
  readonly onPhase: (phase: EnginePhase, isSignalingReachable: boolean, lastError: NexError | null) => void;
  readonly onError: (error: NexError) => void;
}

/** One stay in the room: carries what the engine tells into the call, until closed. */
export class Session {
  readonly engine: Engine;
  readonly #options: SessionOptions;
  readonly #scope: Scope;
  readonly #presence: PresenceExchange;
  readonly #quality: QualityWatch;
  #lastError: NexError | null = null;

  constructor(options: SessionOptions) {
    const { engine, clock, own } = options;
    this.engine = engine;
    this.#options = options;
    this.#scope = new Scope(clock);
    this.#listen();
    this.#presence = new PresenceExchange({
      engine,
      own,
      scope: this.#scope,
      onPresence: (participantId, presence) => {
        options.participants.setPresence(participantId, presence);
      },
    });
    this.#quality = options.watchQuality(() => engine.getStats());
  }

  updatePresence(own: OwnPresence): void {
    if (!this.#scope.isClosed) this.#presence.update(own);
  }

  /** Stops listening and forgets everybody. The engine is left by whoever closes the session. */
  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#quality.close();
    const { participants, sound } = this.#options;
    for (const { id } of participants.list) sound.remove(id);
    participants.clear();
  }

  #listen(): void {
    const { participants, sound, logger, onPhase, onError } = this.#options;
    this.#on('phase', ({ phase, isSignalingReachable }) => {
      onPhase(phase, isSignalingReachable, this.#lastError);
    });
    this.#on('error', ({ error, participantId }) => {
      if (participantId === null) this.#lastError = error;
      onError(error);
    });
    this.#on('participant-joined', ({ participantId, joinedAt }) => {
      participants.add(participantId, joinedAt);
    });
    this.#on('participant-ready', ({ participantId }) => {
      this.#scope.after(NAME_WAIT_MS, () => {
        participants.announce(participantId);
      });
    });
    this.#on('participant-left', ({ participantId, reason }) => {
      sound.remove(participantId);
      this.#quality.remove(participantId);
      participants.remove(participantId, reason);
    });
    this.#on('connection-state', ({ participantId, state }) => {
      participants.setConnection(participantId, state);
      logger.log('debug', 'call', 'A connection', { state });
      if (state === 'connected') this.#quality.start();
    });
    this.#on('connection-weak', ({ participantId, isWeak }) => {
      participants.setWeak(participantId, isWeak);
    });
    this.#on('track', ({ participantId, source, track }) => {
      if (!participants.has(participantId)) return;
      sound.setRemoteTrack(participantId, source, track);
      participants.setTrack(participantId, source, track);
    });
  }

  #on<Type extends keyof EngineEvents>(type: Type, listener: (event: EngineEvents[Type]) => void): void {
    this.#scope.add(this.engine.on(type, listener));
  }
}
