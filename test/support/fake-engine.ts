import { Emitter } from '../../src/base/emitter.js';
import type {
  ConnectionReport,
  Engine,
  EngineEvents,
  EnginePhase,
  ReceiveWish,
  SendDataOptions,
  SendLimit,
  TrackSource,
} from '../../src/engine/engine-port.js';

/** An engine that does what it is told: events by `tell`, joining settled by hand or at once. */
export class FakeEngine implements Engine {
  localId: string;
  phase: EnginePhase = 'idle';
  readonly published = new Map<TrackSource, MediaStreamTrack | null>();
  readonly publishCalls: { readonly source: TrackSource; readonly track: MediaStreamTrack | null }[] = [];
  readonly sent: { readonly data: unknown; readonly to: string | undefined }[] = [];
  /** Of what was sent, that which may be lost. */
  readonly fast: unknown[] = [];
  /** Those to whom nothing can be handed. */
  readonly unreachable = new Set<string>();
  readonly wishes: { readonly participantId: string; readonly source: TrackSource; readonly wish: ReceiveWish }[] = [];
  stats: ReadonlyMap<string, RTCStatsReport> = new Map();
  leaveCount = 0;
  /** Set before joining to decide when and how `join()` settles. */
  joining: Promise<void> = Promise.resolve();
  publishing: Promise<void> = Promise.resolve();
  readonly emitter = new Emitter<EngineEvents>();

  constructor(localId = 'me') {
    this.localId = localId;
  }

  on<Type extends keyof EngineEvents>(type: Type, listener: (event: EngineEvents[Type]) => void): () => void {
    return this.emitter.on(type, listener);
  }

  tell<Type extends keyof EngineEvents>(type: Type, event: EngineEvents[Type]): void {
    this.emitter.emit(type, event);
  }

  /** Somebody came, was met and can be told things. */
  meet(participantId: string, joinedAt = 1): void {
    this.tell('participant-joined', { participantId, joinedAt });
    this.tell('connection-state', { participantId, state: 'connected' });
    this.tell('participant-ready', { participantId });
  }

  /** Somebody is gone. */
  part(participantId: string, reason: EngineEvents['participant-left']['reason'] = 'left'): void {
    this.ownSendLimits.delete(participantId);
    this.tell('participant-left', { participantId, reason });
  }

  async join(): Promise<void> {
    this.phase = 'joining';
    await this.joining;
    this.phase = 'joined';
    this.tell('phase', { phase: 'joined', isSignalingReachable: true });
  }

  leave(): Promise<void> {
    this.leaveCount += 1;
    this.phase = 'left';
    return Promise.resolve();
  }

  async publish(source: TrackSource, track: MediaStreamTrack | null): Promise<void> {
    this.publishCalls.push({ source, track });
    await this.publishing;
    this.published.set(source, track);
  }

  setReceiveWish(participantId: string, source: TrackSource, wish: ReceiveWish): void {
    this.wishes.push({ participantId, source, wish });
  }

  sendData(data: unknown, options: SendDataOptions = {}): boolean {
    this.sent.push({ data, to: options.to });
    if (options.isReliable === false) this.fast.push(data);
    return options.to === undefined || !this.unreachable.has(options.to);
  }

  getStats(): Promise<ReadonlyMap<string, RTCStatsReport>> {
    return Promise.resolve(this.stats);
  }

  /** For all. */
  readonly sendLimits = new Map<TrackSource, SendLimit>();
  /** For one participant, by its id. */
  readonly ownSendLimits = new Map<string, Map<TrackSource, SendLimit>>();
  readonly sendLimitCalls: {
    readonly source: TrackSource;
    readonly limit: SendLimit | null;
    readonly participantId: string | undefined;
  }[] = [];

  setSendLimit(source: TrackSource, limit: SendLimit | null, participantId?: string): void {
    this.sendLimitCalls.push({ source, limit, participantId });
    const limits =
      participantId === undefined ? this.sendLimits : (this.ownSendLimits.get(participantId) ?? new Map<TrackSource, SendLimit>());
    if (limit) limits.set(source, limit);
    else limits.delete(source);
    if (participantId !== undefined) this.ownSendLimits.set(participantId, limits);
  }

  /** A participant wants to see a picture of ours so large, or not at all. */
  wish(participantId: string, wish: ReceiveWish, source: 'camera' | 'screen' = 'camera'): void {
    this.tell('receive-wish', { participantId, source, wish });
  }

  describe(): Promise<readonly ConnectionReport[]> {
    return Promise.resolve(this.reports);
  }

  /** What `describe()` answers. */
  reports: readonly ConnectionReport[] = [];

  reconnectCount = 0;

  reconnect(): void {
    this.reconnectCount += 1;
  }
}
