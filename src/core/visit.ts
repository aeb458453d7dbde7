import { NexError } from '../base/nex-error.js';
import type { Call, CallEvents, Participant } from '../call/call.js';
import type { ConnectionMedia } from './connection-media.js';
import { connectionStatus } from './connection-status.js';
import type { ConnectionStatus, CoreEvents, CoreEventType } from './nexrtc-core.js';

/** Says one event of a connection; whose it is, is added by the receiver. */
export type Tell = <Type extends CoreEventType>(event: Type, data: Omit<CoreEvents[Type], 'connectionId'>) => void;

export interface VisitOptions {
  readonly call: Call;
  readonly roomId: string;
  readonly media: ConnectionMedia;
  readonly tell: Tell;
  readonly onStatus: (status: ConnectionStatus) => void;
  /** The call is over; it is to be closed once it has said all it has to say. */
  readonly onEnded: () => void;
}

/** One stay in a room: says in the words of the contract what its call says, until the call is over. */
export class Visit {
  readonly #options: VisitOptions;
  /** What came before this participant was in the room, to be told after that; null from then on. */
  #held: (() => void)[] | null = [];
  #isOver = false;

  constructor(options: VisitOptions) {
    this.#options = options;
    const { call, media, tell } = options;
    call.on('state-changed', this.#handleStatus);
    call.on('participant-changed', this.#handleChange);
    this.#onceInRoom('participant-joined', ({ participant }) => {
      const { id: participantId, name, joinedAt } = participant;
      tell('participant_joined', { participantId, name, joinedAt });
      media.set(participant);
    });
    this.#onceInRoom('participant-left', ({ participant: { id: participantId, name }, reason }) => {
      media.remove(participantId);
      tell('participant_left', { participantId, name, reason });
    });
    this.#onceInRoom('quality-changed', (quality) => {
      tell('quality_changed', quality);
    });
    this.#onceInRoom('stats-updated', (stats) => {
      tell('network_stats_updated', stats);
    });
    call.on('error', ({ error }) => {
      tell('error_occurred', { error });
    });
    call.subscribe((state) => state.isSignalingReachable, this.#handleReachable);
  }

  #onceInRoom<Type extends keyof CallEvents>(type: Type, run: (event: CallEvents[Type]) => void): void {
    this.#options.call.on(type, (event) => {
      this.#whenInRoom(() => {
        run(event);
      });
    });
  }

  #whenInRoom(run: () => void): void {
    if (this.#isOver) return;
    if (this.#held === null) run();
    else this.#held.push(run);
  }

  readonly #handleStatus = (): void => {
    const { call, onStatus } = this.#options;
    if (this.#isOver) return;
    const status = connectionStatus(call.state);
    onStatus(status);
    if (status === 'connected') this.#establish();
    else if (status === 'disconnected' || status === 'failed') this.#end(status);
  };

  readonly #handleChange = ({ participant }: { readonly participant: Participant }): void => {
    const { media } = this.#options;
    // The own picture is there before the room is.
    if (participant.isLocal && !this.#isOver) media.set(participant);
    else
      this.#whenInRoom(() => {
        media.set(participant);
      });
  };

  readonly #handleReachable = (isReachable: boolean): void => {
    if (isReachable || this.#held !== null || this.#isOver) return;
    const error = new NexError('signaling/unreachable', 'The signalling server is lost; nobody new can be met.', { retryable: true });
    this.#options.tell('error_occurred', { error });
  };

  #establish(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    const { call, roomId, tell } = this.#options;
    tell('connection_established', { roomId, participantId: call.state.self.id });
    for (const run of held) this.#whenInRoom(run);
  }

  #end(status: 'disconnected' | 'failed'): void {
    this.#isOver = true;
    const { call, roomId, media, tell, onEnded } = this.#options;
    const { error, endReason } = call.state;
    onEnded();
    media.clear();
    if (status === 'disconnected') tell('connection_closed', { roomId, reason: endReason ?? 'ended' });
    else
      tell('connection_failed', { roomId, error: error ?? new NexError('peer/timeout', 'The connection was lost.', { retryable: true }) });
  }
}
