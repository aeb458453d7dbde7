import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import type { ConnectionReport, ConnectionState, DepartureReason, RecoveryStep, TrackSource } from '../engine-port.js';
import { ConnectWatch } from './connect-watch.js';
import { readConnectionPath } from './connection-path.js';
import { LinkHealth } from './link-health.js';
import type { LinkMedia } from './link-media.js';
import { LinkState } from './link-state.js';
import type { MeshMessage } from './mesh-messages.js';
import { PathMender } from './path-mender.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import type { SessionSignal } from './peer-session.js';
import { SessionUse } from './session-use.js';

const OFFER_WAIT_MS = 3_000;
/** A closing page may be a reload: the tile waits for as long. */
const RETURN_WAIT_MS = 2_500;
/** One who does not know of a connection older than this has lost it; of a younger one its letter may not know yet. */
const SETTLED_MS = 5_000;
const MAX_ATTEMPTS = 3;
/** Who comes or goes seldom does so alone. */
const ROOM_WAIT_MS = 4_000;

type FailureCode = 'peer/timeout' | 'peer/ice-failed' | 'peer/negotiation-failed';

/** The connection to one participant over its whole life: sessions come and go, the link stays. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #scope: Scope;
  readonly #state: LinkState;
  readonly #health: LinkHealth;
  readonly #use: SessionUse;
  readonly #mender: PathMender;
  readonly #watch: ConnectWatch;
  #isAwaitingReturn = false;
  #readySince = 0;
  #attempts = 0;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    const { clock, remoteId, isAddressFree } = options;
    const isLeader = options.localId < remoteId;
    this.#scope = new Scope(clock);
    this.#state = new LinkState({
      clock,
      onChange: this.#handleState,
      onTimeout: () => void this.#retryOrGiveUp('peer/timeout'),
    });
    this.#health = new LinkHealth({
      remoteId,
      clock,
      isLeader,
      isAddressFree,
      sendHeartbeat: this.#sendHeartbeat,
      onWeak: this.#handleWeak,
      onAttempt: this.#mend,
      readArrivals: async () => (await this.#use.sessions.current?.readArrivals()) ?? null,
      onQuiet: () => {
        this.media.pausePictures();
      },
      resetSignaling: options.resetSignaling,
      onMended: (durationMs) => {
        options.messages.forgive(durationMs);
        this.media.refreshPictures();
      },
      onGone: this.#handleAbsence,
      onLost: () => void this.#giveUp('peer/ice-failed'),
    });
    this.#use = new SessionUse({
      ...options,
      isLeader,
      onSignal: this.#route,
      onProgress: (event) => {
        this.#state.advance(event);
      },
      onHeard: () => {
        this.#health.handleHeard();
      },
      onStart: this.#handleSessionStart,
      onReady: this.#handleReady,
      onUntrusted: () => {
        this.#leave('untrusted', new NexError('peer/untrusted', 'The certificate in use is not the one that was announced'));
      },
      onPathFailed: () => {
        if (this.isReady) void this.#mender.restartIce();
        else this.#retryOrGiveUp('peer/ice-failed');
      },
      onNegotiationError: () => {
        if (this.isReady) this.offer();
        else this.#retryOrGiveUp('peer/negotiation-failed');
      },
    });
    this.#mender = new PathMender({
      ...options,
      sessions: this.#use.sessions,
      isSpareWanted: () => this.isReady && this.#health.isMending && this.#health.hasFreshSign,
    });
    this.#watch = new ConnectWatch({
      clock,
      isSettled: () => this.isReady || this.#health.isMending,
      isAddressFree: () => isAddressFree(this.#health.lastSign),
      onAbsent: this.#handleAbsence,
      onTimeout: () => void this.#giveUp('peer/timeout'),
    });
  }

  /** What is sent and received. */
  get media(): LinkMedia {
    return this.#use.media;
  }

  get isReady(): boolean {
    return this.#use.isReady && !this.#isAwaitingReturn;
  }

  get isWeak(): boolean {
    return this.#health.isWeak;
  }

  /** Ready and heard of a moment ago. */
  get isSound(): boolean {
    return this.isReady && this.#health.isSound;
  }

  /** The other side should offer; if it does not, we do. */
  awaitOffer(): void {
    this.#scope.after(OFFER_WAIT_MS, () => {
      if (!this.#use.sessions.current) this.offer();
    });
  }

  /** Starts a session of our own, in place of the one there is. */
  offer(): void {
    if (this.#scope.isClosed) return;
    this.#attempts += 1;
    this.#use.sessions.offer();
  }

  /** The other knocked at the room: it may have lost us, or be a reloaded page. */
  handleKnock(knowsUs: boolean): void {
    const isSettled = this.isReady && this.#options.clock.now() - this.#readySince > SETTLED_MS;
    if (this.#isAwaitingReturn || (isSettled && !knowsUs)) this.offer();
  }

  handleSignal(signal: SessionSignal): void {
    if (!this.#scope.isClosed) this.#use.sessions.handleSignal(signal);
  }

  /** The other has no such connection (any more): ours is of no use. */
  handleUnknownConnection(connectionId: string): void {
    const { current, spare } = this.#use.sessions;
    if (connectionId === current?.connectionId) this.offer();
    else if (connectionId === spare?.connectionId) this.#use.sessions.dropSpare();
  }

  /** More came from it than any honest member sends. */
  handleFlood(): void {
    this.#leave('refused', new NexError('peer/untrusted', 'A participant flooded the call with messages'));
  }

  /** A sealed letter came from it, over the server or through another member. */
  handleSign(type: MeshMessage['type']): void {
    this.#watch.handleSign();
    this.#health.handleSign();
    // It hears us, though we do not hear it.
    if (type === 'sign') this.media.resumePictures();
    // It does not hear us directly, or it would not ask by a detour.
    if (type === 'heartbeat' && this.isSound) this.#options.sendSealed({ type: 'sign' }, true);
  }

  /** Its page is closing, or loading again. */
  expectReturn(): void {
    this.#isAwaitingReturn = true;
    this.#health.handleUnloading();
    this.#scope.after(RETURN_WAIT_MS, () => {
      if (this.#isAwaitingReturn) this.#leave('left', null);
    });
  }

  /** Somebody came or went. The other side learns of it as well: one of both says so first. */
  followRoom(): void {
    this.#scope.after(this.#options.localId < this.#options.remoteId ? ROOM_WAIT_MS : 2 * ROOM_WAIT_MS, () => {
      if (this.isReady) this.#use.sessions.current?.followRoom();
    });
  }

  async describe(): Promise<ConnectionReport> {
    const stats = await this.#use.sessions.current?.getStats().catch(() => null);
    return this.#health.report(this.#state.current, stats ? readConnectionPath(stats) : null);
  }

  async getStats(source?: TrackSource): Promise<RTCStatsReport | null> {
    return this.isReady ? (this.#use.sessions.current?.getStats(source) ?? null) : null;
  }

  /** Looks for a new path, whatever is heard of the old one. */
  reconnect(): void {
    if (this.isReady) void this.#mender.restartIce();
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#state.close();
    this.#health.close();
    this.#watch.close();
    this.#mender.close();
    this.#use.close();
  }

  readonly #handleState = (state: ConnectionState): void => {
    this.#health.addState(state);
    this.#options.emit('connection-state', { participantId: this.#options.remoteId, state });
  };

  readonly #handleSessionStart = (): void => {
    this.#isAwaitingReturn = false;
    this.#health.pause();
    this.#state.advance('start');
  };

  readonly #handleReady = (): void => {
    this.#readySince = this.#options.clock.now();
    this.#attempts = 0;
    const { messages, handlers } = this.#options;
    this.#health.start();
    messages.open();
    handlers.onReady();
    messages.deliverHeld();
  };

  /** Over the channel while it works both ways, over the server before, by every way at once when it does not. */
  readonly #route = (signal: SessionSignal): void => {
    const isSent = this.isReady && this.#options.messages.sendControl(signal);
    // Who writes by a detour does not hear us over the channel, whatever we hear.
    if (isSent && this.#health.isSound && !this.#health.hasFreshSign) return;
    this.#options.sendSealed(signal, this.isReady || this.#health.isMending);
  };

  readonly #handleWeak = (isWeak: boolean): void => {
    this.#state.advance(isWeak ? 'silent' : 'heard');
    this.#options.emit('connection-weak', { participantId: this.#options.remoteId, isWeak });
  };

  readonly #sendHeartbeat = (isSuspect: boolean): void => {
    this.#options.messages.sendHeartbeat();
    if (isSuspect) this.#options.sendSealed({ type: 'heartbeat' }, true);
  };

  readonly #mend = (step: RecoveryStep): void => {
    if (!this.isReady || step === 'full-reconnect') this.offer();
    else this.#mender.mend();
  };

  #retryOrGiveUp(code: FailureCode): void {
    this.#state.advance('fail');
    // Recovery has its own times and its own end.
    if (this.#health.isMending) return;
    if (this.#attempts >= MAX_ATTEMPTS || this.isReady) this.#giveUp(code);
    else this.offer();
  }

  readonly #handleAbsence = (): void => {
    this.#leave('connection-lost', null);
  };

  #giveUp(code: FailureCode): void {
    this.#leave('connection-lost', new NexError(code, 'The connection could not be made, or not be mended', { retryable: true }));
  }

  #leave(reason: DepartureReason, error: NexError | null): void {
    if (this.#scope.isClosed) return;
    this.close();
    this.#options.handlers.onGone(reason, error);
  }
}
