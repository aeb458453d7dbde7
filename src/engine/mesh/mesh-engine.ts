import type { Clock } from '../../base/clock.js';
import { Emitter } from '../../base/emitter.js';
import { LIMITS } from '../../base/limits.js';
import type { Logger } from '../../base/logger.js';
import { NexError } from '../../base/nex-error.js';
import { randomHex } from '../../base/random.js';
import { Scope } from '../../base/scope.js';
import { deriveRoomKeys, type RoomKeys } from '../../security/room-keys.js';
import type { SignalingPort } from '../../signaling/signaling-port.js';
import type {
  ConnectionReport,
  Engine,
  EngineEvents,
  EngineOptions,
  EnginePhase,
  ReceiveWish,
  SendDataOptions,
  SendLimit,
  TrackSource,
} from '../engine-port.js';
import { Membership } from './membership.js';
import { isMemberId } from './mesh-messages.js';
import type { CreatePeerConnection } from './peer-session.js';
import type { Member } from './roster.js';
import { usableIceServers } from './usable-ice-servers.js';

export interface MeshEngineOptions extends EngineOptions {
  readonly signaling: SignalingPort;
  readonly rtcConfiguration: () => RTCConfiguration | Promise<RTCConfiguration>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly createPeerConnection?: CreatePeerConnection;
}

const GOODBYE_FLUSH_MS = 100;
const RESUME_ATTEMPTS = 4;
const RESUME_PAUSE_MS = 150;
const REFRESH_WAIT_MS = 1_000;

/** The engine without a server for media: everybody is connected to everybody. */
export class MeshEngine implements Engine {
  readonly #options: MeshEngineOptions;
  readonly #emitter = new Emitter<EngineEvents>();
  readonly #scope: Scope;
  readonly #tracks = new Map<TrackSource, MediaStreamTrack>();
  readonly #limits = new Map<TrackSource, SendLimit>();
  #localId: string;
  #configuration: RTCConfiguration = {};
  #membership: Membership | null = null;
  #phase: EnginePhase = 'idle';
  #wasReachable = false;

  constructor(options: MeshEngineOptions) {
    this.#options = options;
    this.#localId = isMemberId(options.resumeId) ? options.resumeId : createMemberId();
    this.#scope = new Scope(options.clock);
  }

  get localId(): string {
    return this.#localId;
  }

  get phase(): EnginePhase {
    return this.#phase;
  }

  on<Type extends keyof EngineEvents>(type: Type, listener: (event: EngineEvents[Type]) => void): () => void {
    return this.#emitter.on(type, listener);
  }

  async join(): Promise<void> {
    if (this.#phase !== 'idle') throw new NexError('call/invalid-state', 'An engine joins once');
    this.#setPhase('joining');
    try {
      const { room, secret } = this.#options;
      const [keys] = await Promise.all([deriveRoomKeys(room, secret), this.#readConfiguration()]);
      this.#assertNotLeft();
      this.#watchPage();
      await this.#enter(keys);
      this.#assertNotLeft();
      this.#setPhase('joined');
    } catch (error) {
      this.#release();
      if (this.phase !== 'left') this.#setPhase('failed');
      throw error instanceof NexError ? error : new NexError('signaling/unreachable', 'Joining failed', { cause: error, retryable: true });
    }
  }

  async leave(): Promise<void> {
    if (this.#phase === 'left') return;
    const wasMet = this.#membership?.sayGoodbye() ?? false;
    this.#setPhase('left');
    // What is still in the channels' buffers would be lost with them.
    if (wasMet) await new Promise<void>((resolve) => this.#options.clock.after(GOODBYE_FLUSH_MS, resolve));
    this.#release();
    this.#emitter.clear();
  }

  async publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    if (track) {
      // What the page has said of its own track stands.
      track.contentHint ||= source === 'camera' ? 'motion' : source === 'screen' ? 'detail' : '';
      this.#tracks.set(source, track);
    } else this.#tracks.delete(source);
    await Promise.all(this.#members.map(({ link }) => link.media.publish(source, track)));
  }

  setReceiveWish(participantId: string, source: TrackSource, wish: ReceiveWish): void {
    this.#membership?.links.setReceiveWish(participantId, source, wish);
  }

  sendData(data: unknown, options: SendDataOptions = {}): boolean {
    const text = JSON.stringify(data);
    if (text.length > LIMITS.dataMessageBytes) throw new NexError('config/invalid', 'The message is too long to send');
    return this.#membership?.sendData(data, options.to, options.isReliable ?? true) ?? false;
  }

  async getStats(source?: TrackSource): Promise<ReadonlyMap<string, RTCStatsReport>> {
    const members = this.#members;
    const reports = await Promise.all(members.map(async ({ id, link }) => [id, await link.getStats(source).catch(() => null)] as const));
    return new Map(reports.filter((entry): entry is readonly [string, RTCStatsReport] => entry[1] !== null));
  }

  setSendLimit(source: TrackSource, limit: SendLimit | null, participantId?: string): void {
    if (participantId !== undefined) {
      this.#membership?.links.roster.get(participantId)?.link.media.setOwnLimit(source, limit);
      return;
    }
    if (limit) this.#limits.set(source, limit);
    else this.#limits.delete(source);
    for (const { link } of this.#members) link.media.tune(source);
  }

  async describe(): Promise<readonly ConnectionReport[]> {
    return Promise.all(this.#members.map(({ link }) => link.describe()));
  }

  reconnect(participantId?: string): void {
    if (participantId === undefined) this.#membership?.handleWake();
    else this.#membership?.links.reconnect(participantId);
  }

  get #members(): readonly Member[] {
    return this.#membership?.links.roster.all() ?? [];
  }

  /** An identity from before a reload may still be held by the old page for a moment, or by a copy of this tab for good. */
  async #enter(keys: RoomKeys): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const membership = this.#createMembership(keys);
      this.#membership = membership;
      if (await membership.join()) return;
      membership.close();
      this.#assertNotLeft();
      if (attempt > 2 * RESUME_ATTEMPTS) throw new NexError('signaling/unreachable', 'Every address is taken', { retryable: true });
      if (attempt >= RESUME_ATTEMPTS) this.#localId = createMemberId();
      else await new Promise<void>((resolve) => this.#options.clock.after(RESUME_PAUSE_MS, resolve));
    }
  }

  #createMembership(keys: RoomKeys): Membership {
    const { signaling, clock, logger, maxParticipants } = this.#options;
    return new Membership({
      keys,
      signaling,
      clock,
      logger,
      maxParticipants,
      configuration: () => this.#configuration,
      refreshConfiguration: () => this.#refreshConfiguration(),
      createPeerConnection: this.#options.createPeerConnection ?? ((rtc): RTCPeerConnection => new RTCPeerConnection(rtc)),
      localId: this.#localId,
      localTracks: this.#tracks,
      sendLimits: this.#limits,
      emit: (type, event) => {
        this.#emitter.emit(type, event);
        if (type === 'connection-weak' || type === 'participant-left') this.#updatePhase();
      },
      onReachableChanged: () => {
        this.#updatePhase();
      },
    });
  }

  async #readConfiguration(): Promise<void> {
    const configuration = await this.#options.rtcConfiguration();
    const given = configuration.iceServers ?? [];
    const iceServers = usableIceServers(given);
    if (iceServers.length < given.length) this.#options.logger.log('warn', 'engine', 'The browser refuses some of the ICE servers');
    this.#configuration = { ...configuration, iceServers };
  }

  /** Mending does not wait for a slow credential server: the old credentials may well do. */
  #refreshConfiguration(): Promise<void> {
    return new Promise((resolve) => {
      const stopWaiting = this.#scope.after(REFRESH_WAIT_MS, resolve);
      void this.#readConfiguration()
        .catch(() => {
          this.#options.logger.log('warn', 'engine', 'ICE servers could not be renewed');
        })
        .then(() => {
          stopWaiting();
          resolve();
        });
    });
  }

  /** A closing page says so, or its tile would stand still at the others for seconds. */
  #watchPage(): void {
    if (typeof window === 'undefined') return;
    this.#scope.listen(window, 'pagehide', () => {
      this.#membership?.links.tellAll({ type: 'unloading' });
    });
  }

  /** In the room, or cut off from it: neither the server nor anybody is heard. */
  #updatePhase(): void {
    if (this.#phase !== 'joined' && this.#phase !== 'reconnecting') {
      this.#setPhase(this.#phase);
      return;
    }
    const isHeard = this.#members.some(({ link }) => !link.isWeak);
    const isAlone = this.#members.length === 0 && this.#phase === 'joined';
    this.#setPhase(this.#membership?.isReachable || isHeard || isAlone ? 'joined' : 'reconnecting');
  }

  #setPhase(phase: EnginePhase): void {
    const isSignalingReachable = this.#membership?.isReachable ?? false;
    if (phase === this.#phase && isSignalingReachable === this.#wasReachable) return;
    this.#phase = phase;
    this.#wasReachable = isSignalingReachable;
    this.#emitter.emit('phase', { phase, isSignalingReachable });
  }

  #assertNotLeft(): void {
    if (this.phase === 'left') throw new NexError('call/aborted', 'Left while joining');
  }

  #release(): void {
    this.#membership?.close();
    this.#membership = null;
    this.#tracks.clear();
    this.#scope.close();
  }
}

function createMemberId(): string {
  return `nx${randomHex(16)}`;
}

export function createMeshEngine(options: MeshEngineOptions): Engine {
  return new MeshEngine(options);
}
