import { NexError } from '../../base/nex-error.js';
import { randomHex } from '../../base/random.js';
import { Scope } from '../../base/scope.js';
import { isProvenPeer, readFingerprints } from '../../security/fingerprint-proof.js';
import type { ConnectionReport, DepartureReason, RecoveryStep, SendLimit, TrackSource } from '../engine-port.js';
import { ConnectionLog } from './connection-log.js';
import { readConnectionPath } from './connection-path.js';
import { LinkInbox } from './link-inbox.js';
import { LinkState } from './link-state.js';
import { Liveness } from './liveness.js';
import type { MeshMessage } from './mesh-messages.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { PeerSession, type SessionSignal } from './peer-session.js';
import { Recovery } from './recovery.js';

const OFFER_WAIT_MS = 3_000;
const CONNECT_DEADLINE_MS = 30_000;
const ABSENCE_PERIOD_MS = 2_000;
/** A closing page may be a reload: the tile waits for as long. */
const RETURN_WAIT_MS = 2_500;
/** One who does not know of a connection older than this has lost it; younger, its letter was written before. */
const SETTLED_MS = 5_000;
/** Signs of life by other ways come each second; after such a gap the next one is news. */
const SIGN_GAP_MS = 2_500;
const MAX_ATTEMPTS = 3;
const MAX_RETIRED = 8;

/** The connection to one participant over its whole life: sessions come and go, the link stays. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #scope: Scope;
  readonly #inbox: LinkInbox;
  readonly #state: LinkState;
  readonly #recovery: Recovery;
  readonly #log: ConnectionLog;
  readonly #remoteTracks = new Map<TrackSource, MediaStreamTrack>();
  readonly #retired: string[] = [];
  #session: PeerSession | null = null;
  #liveness: Liveness | null = null;
  #isProven = false;
  #isReady = false;
  #isAwaitingReturn = false;
  #isWeak = false;
  #readySince = 0;
  #lastSign = 0;
  #newestOffer = 0;
  #attempts = 0;
  #absences = 0;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    const { clock, remoteId, emit, handlers } = options;
    this.#scope = new Scope(clock);
    this.#log = new ConnectionLog(remoteId, clock);
    this.#inbox = new LinkInbox({
      onControl: (message) => {
        handlers.onControl(message);
      },
      onData: (data) => {
        emit('data', { participantId: remoteId, data });
      },
      onSignal: (signal) => {
        this.handleSignal(signal);
      },
    });
    this.#state = new LinkState({
      clock,
      onChange: (state) => {
        this.#log.addState(state);
        emit('connection-state', { participantId: remoteId, state });
      },
      onTimeout: () => {
        this.#retryOrGiveUp('peer/timeout');
      },
    });
    this.#recovery = new Recovery({
      clock,
      isLeader: this.#isLeader,
      random: Math.random,
      onAttempt: (step) => {
        this.#mend(step);
      },
      onLost: () => {
        this.#giveUp('peer/ice-failed', 'The connection could not be mended');
      },
    });
    this.#scope.after(CONNECT_DEADLINE_MS, () => {
      if (!this.#isReady && !this.#recovery.isActive) this.#giveUp('peer/timeout', 'The connection did not come about in time');
    });
    this.#scope.every(ABSENCE_PERIOD_MS, () => {
      if (!this.#isReady) void this.#leaveIfAbsent();
    });
    this.#lastSign = clock.now();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isWeak(): boolean {
    return this.#isWeak;
  }

  /** Ready and heard of a moment ago. */
  get isSound(): boolean {
    return this.#isReady && this.#liveness?.isSuspect === false;
  }

  /** The other side should offer; if it does not, we do. */
  awaitOffer(): void {
    this.#scope.after(OFFER_WAIT_MS, () => {
      if (!this.#session) this.offer();
    });
  }

  /** Starts a session of our own, in place of the one there is. */
  offer(): void {
    if (this.#scope.isClosed) return;
    this.#attempts += 1;
    this.#startSession(randomHex(8), true);
  }

  /** The other knocked at the room: it may have lost us, or be a reloaded page. */
  handleKnock(knowsUs: boolean): void {
    const isSettled = this.#isReady && this.#options.clock.now() - this.#readySince > SETTLED_MS;
    if (this.#isAwaitingReturn || (isSettled && !knowsUs)) this.offer();
  }

  handleSignal(signal: SessionSignal): void {
    if (this.#scope.isClosed || this.#retired.includes(signal.connectionId)) return;
    if (signal.connectionId !== this.#session?.connectionId) {
      if (signal.type === 'candidate') {
        this.#inbox.keepCandidate(signal);
        return;
      }
      if (signal.description.type !== 'offer') return;
      if (signal.startedAt === null) {
        this.#options.sendSealed({ type: 'unknown-connection', connectionId: signal.connectionId }, false);
        return;
      }
      if (signal.startedAt <= this.#newestOffer || this.#keepsOwnOffer()) return;
      this.#newestOffer = signal.startedAt;
      this.#startSession(signal.connectionId, false);
    }
    if (signal.type === 'candidate') this.#session?.handleCandidate(signal.candidate);
    else if (readFingerprints(signal.description.sdp).length > 0) this.#session?.handleDescription(signal);
    for (const candidate of this.#inbox.takeCandidates(signal.connectionId)) this.#session?.handleCandidate(candidate);
  }

  /** The other has no such connection (any more): ours is of no use. */
  handleUnknownConnection(connectionId: string): void {
    if (connectionId === this.#session?.connectionId) this.offer();
  }

  /** A sealed letter came from it, over the server or through another member. */
  handleSign(isHeartbeat: boolean): void {
    const now = this.#options.clock.now();
    const isNews = now - this.#lastSign > SIGN_GAP_MS;
    this.#lastSign = now;
    this.#absences = 0;
    this.#liveness?.heardIndirectly();
    if (isNews) this.#recovery.tryNow();
    // It does not hear us directly, or it would not ask by a detour.
    if (isHeartbeat && this.isSound) this.#options.sendSealed({ type: 'heartbeat' }, true);
  }

  /** Its page is closing, or loading again. */
  expectReturn(): void {
    this.#isAwaitingReturn = true;
    this.#isReady = false;
    this.#liveness?.close();
    this.#liveness = null;
    this.#state.advance('silent');
    this.#setWeak(true);
    this.#scope.after(RETURN_WAIT_MS, () => {
      if (this.#isAwaitingReturn) this.#leave('left', null);
    });
  }

  async publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    if (this.#isProven) await this.#session?.setTrack(source, track);
  }

  sendControl(message: MeshMessage): boolean {
    return this.#isProven && (this.#session?.send('control', JSON.stringify(message)) ?? false);
  }

  /** `text` is JSON within the size limit. */
  sendData(text: string, isReliable: boolean): boolean {
    return this.#isReady && (this.#session?.send(isReliable ? 'reliable' : 'fast', text) ?? false);
  }

  async setActive(source: TrackSource, isActive: boolean): Promise<void> {
    await this.#session?.setActive(source, isActive);
  }

  setSendLimit(source: TrackSource, limit: SendLimit): void {
    if (this.#isProven) void this.#session?.setSendLimit(source, limit).catch(() => undefined);
  }

  async describe(): Promise<ConnectionReport> {
    const stats = await this.#session?.getStats().catch(() => null);
    return this.#log.report(this.#state.current, this.isWeak, stats ? readConnectionPath(stats) : null);
  }

  async getStats(): Promise<RTCStatsReport | null> {
    return this.#isReady && this.#session ? this.#session.getStats() : null;
  }

  /** Looks for a new path, whatever is heard of the old one. */
  reconnect(): void {
    if (this.#isReady) void this.#restartIce();
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#scope.close();
    this.#state.close();
    this.#recovery.close();
    this.#log.endTrouble(false);
    this.#liveness?.close();
    this.#session?.close();
  }

  get #isLeader(): boolean {
    return this.#options.localId < this.#options.remoteId;
  }

  /** Others may speak of one whose browser is dead and who will never answer. */
  async #leaveIfAbsent(): Promise<void> {
    const isFree = await this.#options.isAddressFree(this.#lastSign).catch(() => false);
    // Free once may mean that the member is just reconnecting to the server.
    this.#absences = isFree ? this.#absences + 1 : 0;
    if (this.#absences >= 2 && !this.#isReady) this.#leave('connection-lost', null);
  }

  /** When both offered first, the lower id's offer stands. */
  #keepsOwnOffer(): boolean {
    return (this.#session?.isAwaitingFirstAnswer ?? false) && this.#isLeader;
  }

  #startSession(connectionId: string, isOfferer: boolean): void {
    if (this.#session) this.#retire(this.#session);
    this.#isProven = this.#isReady = this.#isAwaitingReturn = false;
    this.#liveness?.close();
    this.#liveness = null;
    this.#remoteTracks.clear();
    this.#inbox.shut();
    this.#state.advance('start');
    const session: PeerSession = new PeerSession({
      connectionId,
      isOfferer,
      isPolite: !this.#isLeader,
      configuration: this.#options.configuration(),
      createPeerConnection: this.#options.createPeerConnection,
      clock: this.#options.clock,
      handlers: {
        onSignal: (signal) => {
          this.#route(signal);
        },
        onDescribed: () => {
          this.#state.advance('described');
        },
        onLocalCandidate: () => {
          this.#state.advance('candidate');
        },
        onConnectionState: (state) => {
          this.#handleConnectionState(session, state);
        },
        onMessage: (channel, text) => {
          this.#liveness?.heard();
          this.#inbox.receive(channel, text);
        },
        onChannelsOpen: () => {
          this.#becomeReady();
        },
        onTrack: (source, track) => {
          this.#remoteTracks.set(source, track);
        },
        onNegotiationError: () => {
          this.#handleNegotiationError(session);
        },
      },
    });
    this.#session = session;
  }

  #retire(session: PeerSession): void {
    this.#retired.push(session.connectionId);
    if (this.#retired.length > MAX_RETIRED) this.#retired.shift();
    session.close();
  }

  /** Over the channel while it works; before, over the server; when it is silent, by every way at once. */
  #route(signal: SessionSignal): void {
    if (this.isSound && this.sendControl(signal)) return;
    if (this.#isReady) this.sendControl(signal);
    this.#options.sendSealed(signal, this.#isReady || this.#recovery.isActive);
  }

  #handleConnectionState(session: PeerSession, state: RTCPeerConnectionState): void {
    if (session !== this.#session) return;
    if (state === 'connecting') this.#state.advance('checking');
    else if (state === 'connected' && !this.#isProven) void this.#prove(session);
    else if (state === 'failed') {
      if (this.#isReady) void this.#restartIce();
      else this.#retryOrGiveUp('peer/ice-failed');
    }
  }

  #handleNegotiationError(session: PeerSession): void {
    if (session !== this.#session) return;
    // What cannot be renegotiated has to be made anew.
    if (this.#isReady) this.offer();
    else this.#retryOrGiveUp('peer/negotiation-failed');
  }

  async #prove(session: PeerSession): Promise<void> {
    const stats = await session.getStats();
    if (session !== this.#session || this.#scope.isClosed) return;
    if (isProvenPeer(stats, session.sealedSdp) === false) {
      this.#leave('untrusted', new NexError('peer/untrusted', 'The certificate in use is not the one that was announced'));
      return;
    }
    this.#isProven = true;
    this.#state.advance('heard');
    for (const [source, track] of this.#options.localTracks) void session.setTrack(source, track);
    for (const [source, limit] of this.#options.sendLimits) this.setSendLimit(source, limit);
    for (const [source, track] of this.#remoteTracks) this.#options.emit('track', { participantId: this.#options.remoteId, source, track });
    if (session.areChannelsOpen) this.#becomeReady();
  }

  #becomeReady(): void {
    if (!this.#isProven || this.#isReady || !this.#session) return;
    const { clock, handlers, isAddressFree } = this.#options;
    this.#isReady = true;
    this.#readySince = clock.now();
    this.#attempts = 0;
    this.#handleMended();
    this.#liveness = new Liveness({
      clock,
      isAddressFree,
      random: Math.random,
      sendHeartbeat: (isSuspect) => {
        // Unordered, so that it does not queue behind what a bad path delays; empty, so that it is nobody's data.
        this.#session?.send('fast', '');
        if (isSuspect) this.#options.sendSealed({ type: 'heartbeat' }, true);
      },
      onSuspect: (since) => {
        this.#log.startTrouble(since);
        this.#recovery.start();
      },
      onWeak: (isWeak) => {
        this.#state.advance(isWeak ? 'silent' : 'heard');
        this.#setWeak(isWeak);
      },
      onHeard: () => {
        this.#handleMended();
      },
      onGone: () => {
        this.#leave('connection-lost', null);
      },
    });
    handlers.onReady();
    this.#inbox.open();
  }

  #handleMended(): void {
    this.#recovery.finish();
    this.#log.endTrouble(true);
    this.#setWeak(false);
  }

  #setWeak(isWeak: boolean): void {
    if (this.#isWeak === isWeak) return;
    this.#isWeak = isWeak;
    this.#options.emit('connection-weak', { participantId: this.#options.remoteId, isWeak });
  }

  #mend(step: RecoveryStep): void {
    this.#log.addAttempt(step);
    if (step === 'signaling-reset') this.#options.resetSignaling();
    if (!this.#isReady) this.offer();
    else if (step !== 'full-reconnect') void this.#restartIce();
    // A new connection to one of whom there is no sign would only close the old one, which may come back by itself.
    else if (this.#options.clock.now() - this.#lastSign <= SIGN_GAP_MS) this.offer();
  }

  async #restartIce(): Promise<void> {
    const session = this.#session;
    await this.#options.refreshConfiguration();
    if (session === this.#session) session?.restartIce(this.#options.configuration());
  }

  #retryOrGiveUp(code: 'peer/timeout' | 'peer/ice-failed' | 'peer/negotiation-failed'): void {
    this.#state.advance('fail');
    // Recovery has its own times and its own end.
    if (this.#recovery.isActive) return;
    if (this.#attempts >= MAX_ATTEMPTS || this.#isReady) this.#giveUp(code, 'No connection after several attempts');
    else this.offer();
  }

  #giveUp(code: 'peer/timeout' | 'peer/ice-failed' | 'peer/negotiation-failed', message: string): void {
    this.#leave('connection-lost', new NexError(code, message, { retryable: true }));
  }

  #leave(reason: DepartureReason, error: NexError | null): void {
    if (this.#scope.isClosed) return;
    this.close();
    this.#options.handlers.onGone(reason, error);
  }
}
