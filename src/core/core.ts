import { NexError } from '../base/nex-error.js';
import { randomHex } from '../base/random.js';
import type { CallExtras } from '../call/call-extras.js';
import type { CallInput } from '../call/call-options.js';
import type { Call } from '../call/call.js';
import { readOptions } from '../call/read-options.js';
import { Connection } from './connection.js';
import { CoreListeners } from './core-listeners.js';
import type { ConnectionHandle, CoreConfig, CoreEventType, CoreListener, NexRTCCore } from './nexrtc-core.js';
import { readCoreConfig, type CallRecipe } from './read-core-config.js';

export interface CoreOptions {
  readonly createCall: (input: CallInput, extras: CallExtras) => Call;
}

/** The contract over calls: one for each connection that is in a room. */
export class Core implements NexRTCCore {
  readonly #options: CoreOptions;
  readonly #listeners = new CoreListeners();
  /** Handles are kept by the program alone; only those that are in a room are looked after here. */
  readonly #connections = new WeakMap<ConnectionHandle, Connection>();
  readonly #inUse = new Set<Connection>();
  #recipe: CallRecipe | null = null;
  #destroyed: Promise<void> | null = null;

  constructor(options: CoreOptions) {
    this.#options = options;
  }

  async initialize(config: CoreConfig): Promise<void> {
    this.#requireAlive();
    if (this.#recipe !== null) throw new NexError('call/invalid-state', 'The core is initialized already.');
    this.#recipe = readCoreConfig(config);
    return Promise.resolve();
  }

  async createConnection(roomId: string): Promise<ConnectionHandle> {
    const { input, extras, hasAudio, hasVideo } = this.#requireRecipe();
    const { room } = readOptions({ ...input, room: roomId });
    const connection: Connection = new Connection({
      id: randomHex(8),
      roomId: room,
      hasAudio,
      hasVideo,
      createCall: () => this.#options.createCall({ ...input, room }, extras),
      onInUse: (isInUse) => {
        if (isInUse) this.#inUse.add(connection);
        else this.#inUse.delete(connection);
      },
      listeners: this.#listeners,
    });
    this.#connections.set(connection.handle, connection);
    return Promise.resolve(connection.handle);
  }

  async joinRoom(handle: ConnectionHandle): Promise<void> {
    await this.#find(handle).join();
  }

  async leaveRoom(handle: ConnectionHandle): Promise<void> {
    await this.#find(handle).leave();
  }

  async toggleVideo(handle: ConnectionHandle): Promise<void> {
    await this.#find(handle).toggleVideo();
  }

  async toggleAudio(handle: ConnectionHandle): Promise<void> {
    await this.#find(handle).toggleAudio();
  }

  async getStats(handle: ConnectionHandle): Promise<RTCStatsReport> {
    return this.#find(handle).getStats();
  }

  destroy(): Promise<void> {
    this.#destroyed ??= this.#destroy();
    return this.#destroyed;
  }

  on<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void {
    if (this.#destroyed === null) this.#listeners.on(event, callback);
  }

  off<Type extends CoreEventType>(event: Type, callback: CoreListener<Type>): void {
    this.#listeners.off(event, callback);
  }

  async #destroy(): Promise<void> {
    await Promise.all([...this.#inUse].map((connection) => connection.leave()));
    this.#listeners.clear();
  }

  #requireAlive(): void {
    if (this.#destroyed !== null) throw new NexError('call/invalid-state', 'The core was destroyed and cannot be used again.');
  }

  #requireRecipe(): CallRecipe {
    this.#requireAlive();
    if (this.#recipe === null) throw new NexError('call/invalid-state', 'The core is to be initialized first.');
    return this.#recipe;
  }

  #find(handle: ConnectionHandle): Connection {
    this.#requireRecipe();
    const connection = this.#connections.get(handle);
    if (connection === undefined) throw new NexError('call/invalid-state', 'The handle is not of this core.');
    return connection;
  }
}
