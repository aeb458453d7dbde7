import { NexError } from '../../base/nex-error.js';
import { randomHex } from '../../base/random.js';
import { Scope } from '../../base/scope.js';
import { isProvenPeer, readFingerprints } from '../../security/fingerprint-proof.js';
import { nextConnectionState, STATE_TIMEOUT_MS, type ConnectionEvent } from '../connection-machine.js';
import type { ConnectionReport, ConnectionState, DepartureReason, SendLimit, TrackSource } from '../engine-port.js';
import { ConnectionLog } from './connection-log.js';
import { readConnectionPath } from './connection-path.js';
import { LinkInbox } from './link-inbox.js';
import { Liveness } from './liveness.js';
import type { MeshMessage } from './mesh-messages.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { PeerSession, type SessionSignal } from './peer-session.js';

const OFFER_WAIT_MS = 3_000;
const CONNECT_DEADLINE_MS = 30_000;
const RESTART_PERIOD_MS = 5_000;
const ABSENCE_PERIOD_MS = 2_000;
const MAX_ATTEMPTS = 3;
const MAX_RETIRED = 8;

/** The connection to one participant over its whole life: sessions come and go, the link stays. */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  readonly #scope: Scope;
  readonly #inbox: LinkInbox;
  readonly #remoteTracks = new Map<TrackSource, MediaStreamTrack>();
  readonly #retired: string[] = [];
  readonly #log: ConnectionLog;
  #state: ConnectionState = 'initializing';
  #stopStateTimer: () => void = () => undefined;
  #stopRestarts: () => void = () => undefined;
  #session: PeerSession | null = null;
  #liveness: Liveness | null = null;
  #isProven = false;
  #isReady = false;
  #attempts = 0;
  #absences = 0;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#scope = new Scope(options.clock);
    this.#log = new ConnectionLog(options.remoteId, options.clock);
    this.#inbox = new LinkInbox({
      onControl: (message) => {
        options.handlers.onControl(message);
      },
      onData: (data) => {
        options.emit('data', { participantId: options.remoteId, data });
      },
      onSignal: (signal) => {
        this.handleSignal(signal);
      },
    });
    this.#scope.after(CONNECT_DEADLINE_MS, () => {
      if (!this.#isReady) this.#giveUp('peer/timeout', 'The connection did not come about in time');
    });
    const since = options.clock.now();
    this.#scope.every(ABSENCE_PERIOD_MS, () => {
      if (!this.#isReady) void this.#leaveIfAbsent(since);
    });
    this.#armStateTimer();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isWeak(): boolean {
    return this.#liveness?.isWeak ?? false;
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

  handleSignal(signal: SessionSignal): void {
    if (this.#scope.isClosed || this.#retired.includes(signal.connectionId)) return;
    if (signal.connectionId !== this.#session?.connectionId) {
      if (signal.type === 'candidate') {
        this.#inbox.keepCandidate(signal);
        return;
      }
      if (signal.description.type !== 'offer' || this.#keepsOwnOffer()) return;
      this.#startSession(signal.connectionId, false);
    }
    if (signal.type === 'candidate') this.#session?.handleCandidate(signal.candidate);
    else if (readFingerprints(signal.description.sdp).length > 0) this.#session?.handleDescription(signal.description);
    for (const candidate of this.#inbox.takeCandidates(signal.connectionId)) this.#session?.handleCandidate(candidate);
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
    return this.#log.report(this.#state, this.isWeak, stats ? readConnectionPath(stats) : null);
  }

  async getStats(): Promise<RTCStatsReport | null> {
    return this.#isReady && this.#session ? this.#session.getStats() : null;
  }

  reconnect(): void {
    if (this.#isReady) this.#session?.restartIce(this.#options.configuration());
  }

  close(): void {
    if (this.#scope.isClosed) return;
    this.#advance('close');
    this.#scope.close();
    this.#liveness?.close();
    this.#session?.close();
  }

  /** Others may speak of one whose browser is dead and who will never answer. */
  async #leaveIfAbsent(since: number): Promise<void> {
    const isFree = await this.#options.isAddressFree(since).catch(() => false);
    // Free once may mean that the member is just reconnecting to the server.
    this.#absences = isFree ? this.#absences + 1 : 0;
    if (this.#absences >= 2 && !this.#isReady) this.#leave('connection-lost', null);
  }

  /** When both offered first, the lower id's offer stands. */
  #keepsOwnOffer(): boolean {
    return (this.#session?.isAwaitingFirstAnswer ?? false) && this.#options.localId < this.#options.remoteId;
  }

  #startSession(connectionId: string, isOfferer: boolean): void {
    if (this.#session) this.#retire(this.#session);
    this.#isProven = this.#isReady = false;
    this.#liveness?.close();
    this.#liveness = null;
    this.#remoteTracks.clear();
    this.#inbox.shut();
    this.#advance('start');
    const session: PeerSession = new PeerSession({
      connectionId,
      isOfferer,
      isPolite: this.#options.localId > this.#options.remoteId,
      configuration: this.#options.configuration(),
      createPeerConnection: this.#options.createPeerConnection,
      clock: this.#options.clock,
      handlers: {
        onSignal: (signal) => {
          this.#route(signal);
        },
        onDescribed: () => {
          this.#advance('described');
        },
        onLocalCandidate: () => {
          this.#advance('candidate');
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
          this.#retryOrGiveUp('peer/negotiation-failed');
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

  /** Over the channel while it works; over the server before, and when it is silent. */
  #route(signal: SessionSignal): void {
    if (!this.#isReady || this.isWeak || !this.sendControl(signal)) this.#options.sendSealed(signal);
  }

  #handleConnectionState(session: PeerSession, state: RTCPeerConnectionState): void {
    if (session !== this.#session) return;
    if (state === 'connecting') this.#advance('checking');
    else if (state === 'connected' && !this.#isProven) void this.#prove(session);
    else if (state === 'failed') {
      if (this.#isReady) this.reconnect();
      else this.#retryOrGiveUp('peer/ice-failed');
    }
  }

  async #prove(session: PeerSession): Promise<void> {
    const stats = await session.getStats();
    if (session !== this.#session || this.#scope.isClosed) return;
    if (isProvenPeer(stats, session.sealedSdp) === false) {
      this.#leave('untrusted', new NexError('peer/untrusted', 'The certificate in use is not the one that was announced'));
      return;
    }
    this.#isProven = true;
    this.#advance('heard');
    for (const [source, track] of this.#options.localTracks) void session.setTrack(source, track);
    for (const [source, limit] of this.#options.sendLimits) this.setSendLimit(source, limit);
    for (const [source, track] of this.#remoteTracks) this.#options.emit('track', { participantId: this.#options.remoteId, source, track });
    if (session.areChannelsOpen) this.#becomeReady();
  }

  #becomeReady(): void {
    if (!this.#isProven || this.#isReady || !this.#session) return;
    this.#isReady = true;
    this.#attempts = 0;
    this.#liveness = new Liveness({
      clock: this.#options.clock,
      sendHeartbeat: () => this.sendControl({ type: 'heartbeat' }),
      onWeak: (isWeak) => {
        this.#handleWeak(isWeak);
      },
      isAddressFree: this.#options.isAddressFree,
      random: Math.random,
      onGone: () => {
        this.#leave('connection-lost', null);
      },
    });
    this.#options.handlers.onReady();
    this.#inbox.open();
  }

  #handleWeak(isWeak: boolean): void {
    this.#stopRestarts();
    this.#advance(isWeak ? 'silent' : 'heard');
    this.#options.emit('connection-weak', { participantId: this.#options.remoteId, isWeak });
    // One side restarts, so that the two do not undo each other.
    if (!isWeak || this.#options.localId > this.#options.remoteId) return;
    this.reconnect();
    this.#stopRestarts = this.#scope.every(RESTART_PERIOD_MS, () => {
      this.reconnect();
    });
  }

  #advance(event: ConnectionEvent): void {
    const next = nextConnectionState(this.#state, event);
    if (!next || next === this.#state) return;
    this.#state = next;
    this.#log.addState(next);
    this.#armStateTimer();
    this.#options.emit('connection-state', { participantId: this.#options.remoteId, state: next });
  }

  #armStateTimer(): void {
    this.#stopStateTimer();
    const timeoutMs = STATE_TIMEOUT_MS[this.#state];
    if (timeoutMs === undefined) return;
    this.#stopStateTimer = this.#scope.after(timeoutMs, () => {
      this.#retryOrGiveUp('peer/timeout');
    });
  }

  #retryOrGiveUp(code: 'peer/timeout' | 'peer/ice-failed' | 'peer/negotiation-failed'): void {
    this.#advance('fail');
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
