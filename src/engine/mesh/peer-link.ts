import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import { isProvenPeer } from '../../security/fingerprint-proof.js';
import type { ConnectionReport, ConnectionState, DepartureReason, RecoveryStep } from '../engine-port.js';
import { ConnectWatch } from './connect-watch.js';
import { readConnectionPath } from './connection-path.js';
import { LinkHealth } from './link-health.js';
import { LinkMedia } from './link-media.js';
import { LinkSessions } from './link-sessions.js';
import { LinkState } from './link-state.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import type { PeerSession, PeerSessionHandlers, SessionSignal } from './peer-session.js';

const OFFER_WAIT_MS = 3_000;
/** A closing page may be a reload: the tile waits for as long. */
const RETURN_WAIT_MS = 2_500;
/** One who does not know of a connection older than this has lost it; of a younger one its letter may not know yet. */
const SETTLED_MS = 5_000;
const MAX_ATTEMPTS = 3;

type FailureCode = 'peer/timeout' | 'peer/ice-failed' | 'peer/negotiation-failed';

/** The connection to one participant over its whole life: sessions come and go, the link stays. */
export class PeerLink {
  /** What is sent and received. */
  readonly media: LinkMedia;
  readonly #options: PeerLinkOptions;
  readonly #scope: Scope;
  readonly #state: LinkState;
  readonly #health: LinkHealth;
  readonly #sessions: LinkSessions;
  readonly #watch: ConnectWatch;
  #isProven = false;
  #isReady = false;
  #isAwaitingReturn = false;
  #readySince = 0;
  #attempts = 0;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    const { clock, remoteId, isAddressFree } = options;
    const isLeader = options.localId < remoteId;
    this.#scope = new Scope(clock);
    this.media = new LinkMedia(options);
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
      resetSignaling: options.resetSignaling,
      onMended: (durationMs) => {
        options.messages.forgive(durationMs);
        this.media.refreshPictures();
      },
      onGone: this.#handleAbsence,
      onLost: () => void this.#giveUp('peer/ice-failed'),
    });
    this.#sessions = new LinkSessions({
      ...options,
      isLeader,
      onStart: this.#handleSessionStart,
      handlersOf: this.#handlersOf,
      onUnknownConnection: (connectionId) => {
        options.sendSealed({ type: 'unknown-connection', connectionId }, false);
      },
    });
    this.#watch = new ConnectWatch({
      clock,
      isSettled: () => this.#isReady || this.#health.isMending,
      isAddressFree: () => isAddressFree(this.#health.lastSign),
      onAbsent: this.#handleAbsence,
      onTimeout: () => void this.#giveUp('peer/timeout'),
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isWeak(): boolean {
    return this.#health.isWeak;
  }

  /** Ready and heard of a moment ago. */
  get isSound(): boolean {
    return this.#isReady && this.#health.isSound;
  }

  /** The other side should offer; if it does not, we do. */
  awaitOffer(): void {
    this.#scope.after(OFFER_WAIT_MS, () => {
      if (!this.#sessions.current) this.offer();
    });
  }

  /** Starts a session of our own, in place of the one there is. */
  offer(): void {
    if (this.#scope.isClosed) return;
    this.#attempts += 1;
    this.#sessions.offer();
  }

  /** The other knocked at the room: it may have lost us, or be a reloaded page. */
  handleKnock(knowsUs: boolean): void {
    const isSettled = this.#isReady && this.#options.clock.now() - this.#readySince > SETTLED_MS;
    if (this.#isAwaitingReturn || (isSettled && !knowsUs)) this.offer();
  }

  handleSignal(signal: SessionSignal): void {
    if (!this.#scope.isClosed) this.#sessions.handleSignal(signal);
  }

  /** The other has no such connection (any more): ours is of no use. */
  handleUnknownConnection(connectionId: string): void {
    if (connectionId === this.#sessions.current?.connectionId) this.offer();
  }

  /** More came from it than any honest member sends. */
  handleFlood(): void {
    this.#leave('refused', new NexError('peer/untrusted', 'A participant flooded the call with messages'));
  }

  /** A sealed letter came from it, over the server or through another member. */
  handleSign(isHeartbeat: boolean): void {
    this.#watch.handleSign();
    this.#health.handleSign();
    // It does not hear us directly, or it would not ask by a detour.
    if (isHeartbeat && this.isSound) this.#options.sendSealed({ type: 'sign' }, true);
  }

  /** Its page is closing, or loading again. */
  expectReturn(): void {
    this.#isAwaitingReturn = true;
    this.#isReady = false;
    this.#health.handleUnloading();
    this.#scope.after(RETURN_WAIT_MS, () => {
      if (this.#isAwaitingReturn) this.#leave('left', null);
    });
  }

  async describe(): Promise<ConnectionReport> {
    const stats = await this.#sessions.current?.getStats().catch(() => null);
    return this.#health.report(this.#state.current, stats ? readConnectionPath(stats) : null);
  }

  async getStats(): Promise<RTCStatsReport | null> {
    return this.#isReady && this.#sessions.current ? this.#sessions.current.getStats() : null;
  }

  /** Looks for a new path, whatever is heard of the old one. */
  reconnect(): void {
    if (this.#isReady) void this.#restartIce();
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#state.close();
    this.#health.close();
    this.#watch.close();
    this.#options.messages.detach();
    this.#sessions.close();
  }

  readonly #handleState = (state: ConnectionState): void => {
    this.#health.addState(state);
    this.#options.emit('connection-state', { participantId: this.#options.remoteId, state });
  };

  readonly #handleSessionStart = (): void => {
    this.#isProven = this.#isReady = this.#isAwaitingReturn = false;
    this.#health.pause();
    this.media.hold();
    this.#options.messages.detach();
    this.#state.advance('start');
  };

  readonly #handlersOf = (session: () => PeerSession): PeerSessionHandlers => {
    return {
      onSignal: this.#route,
      onChannelsOpen: this.#becomeReady,
      onProgress: this.#handleProgress,
      onConnectionState: (state) => {
        this.#handleConnectionState(session(), state);
      },
      onMessage: (channel, text) => {
        this.#health.handleHeard();
        this.#options.messages.receive(channel, text);
      },
      onTrack: (source, track) => {
        this.media.addRemoteTrack(source, track);
      },
      // What cannot be renegotiated has to be made anew.
      onNegotiationError: () => void (this.#isReady ? this.offer() : this.#retryOrGiveUp('peer/negotiation-failed')),
    };
  };

  readonly #handleProgress = (event: 'described' | 'candidate'): void => {
    this.#state.advance(event);
  };

  /** Over the channel while it works both ways, over the server before, by every way at once when it does not. */
  readonly #route = (signal: SessionSignal): void => {
    const isSent = this.#isReady && this.#options.messages.sendControl(signal);
    // Who writes by a detour does not hear us over the channel, whatever we hear.
    if (isSent && this.#health.isSound && !this.#health.hasFreshSign) return;
    this.#options.sendSealed(signal, this.#isReady || this.#health.isMending);
  };

  #handleConnectionState(session: PeerSession, state: RTCPeerConnectionState): void {
    if (session !== this.#sessions.current) return;
    if (state === 'connecting') this.#state.advance('checking');
    else if (state === 'connected' && !this.#isProven) void this.#prove(session);
    else if (state === 'failed') {
      if (this.#isReady) void this.#restartIce();
      else this.#retryOrGiveUp('peer/ice-failed');
    }
  }

  async #prove(session: PeerSession): Promise<void> {
    const stats = await session.getStats();
    if (session !== this.#sessions.current || this.#scope.isClosed) return;
    if (isProvenPeer(stats, session.sealedSdp) === false) {
      this.#leave('untrusted', new NexError('peer/untrusted', 'The certificate in use is not the one that was announced'));
      return;
    }
    this.#isProven = true;
    this.#state.advance('heard');
    this.#options.messages.attach(session.channels);
    this.media.release(session.senders);
    if (session.channels.areOpen) this.#becomeReady();
  }

  readonly #becomeReady = (): void => {
    if (!this.#isProven || this.#isReady) return;
    this.#isReady = true;
    this.#readySince = this.#options.clock.now();
    this.#attempts = 0;
    const { messages, handlers } = this.#options;
    this.#health.start();
    messages.open();
    handlers.onReady();
    messages.deliverHeld();
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
    if (!this.#isReady || step === 'full-reconnect') this.offer();
    else if (!this.#sessions.current?.isBeingRestarted) void this.#restartIce();
  };

  async #restartIce(): Promise<void> {
    const session = this.#sessions.current;
    await this.#options.refreshConfiguration();
    if (session === this.#sessions.current) session?.restartIce(this.#options.configuration());
  }

  #retryOrGiveUp(code: FailureCode): void {
    this.#state.advance('fail');
    // Recovery has its own times and its own end.
    if (this.#health.isMending) return;
    if (this.#attempts >= MAX_ATTEMPTS || this.#isReady) this.#giveUp(code);
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
