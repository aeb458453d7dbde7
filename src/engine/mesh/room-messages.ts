import type { Clock } from '../../base/clock.js';
import { Scope } from '../../base/scope.js';
import { KEY_ROTATION_MS, SenderKeys } from '../../security/sender-keys.js';
import type { EmitEngineEvent } from '../engine-port.js';
import { KeptMessages } from './kept-messages.js';
import { LinkMessages } from './link-messages.js';
import type { MemberLinks } from './member-links.js';
import type { MeshMessage } from './mesh-messages.js';

export interface RoomMessagesOptions {
  readonly roomId: string;
  readonly localId: string;
  readonly clock: Clock;
  readonly emit: EmitEngineEvent;
  readonly links: () => MemberLinks;
  readonly onControl: (from: string, message: MeshMessage) => void;
}

/** What members say to each other: sealed once for all with a key that only those who are here know. */
export class RoomMessages {
  readonly kept: KeptMessages;
  readonly #options: RoomMessagesOptions;
  readonly #scope: Scope;
  readonly #keys: SenderKeys;

  constructor(options: RoomMessagesOptions) {
    this.#options = options;
    const { clock } = options;
    this.#scope = new Scope(clock);
    this.#keys = new SenderKeys(options);
    this.kept = new KeptMessages({ clock, create: this.#create, onForgotten: this.#rotateKey });
    this.#scope.every(KEY_ROTATION_MS, this.#rotateKey);
    this.#scope.add(() => {
      this.kept.close();
      this.#keys.close();
    });
  }

  /** False when nobody (or not the one named) could be handed it. */
  send(data: unknown, to: string | undefined, isReliable: boolean): boolean {
    const links = this.#options.links();
    const receivers = links.receivers(to, isReliable);
    // Asked for together, the key is the one that seals.
    void Promise.all([this.#keys.seal(data), this.#keys.announcement()]).then(
      ([message, key]) => {
        for (const { messages } of receivers) {
          if (isReliable) messages.sendReliable(message, key);
          else messages.sendFast(message);
        }
        if (isReliable && to === undefined) this.kept.send(message, key);
      },
      () => undefined,
    );
    return receivers.length > 0;
  }

  close(): void {
    this.#scope.close();
  }

  readonly #create = (id: string): LinkMessages => {
    const { clock, emit, onControl, links } = this.#options;
    return new LinkMessages({
      remoteId: id,
      clock,
      keys: this.#keys,
      onControl: (message) => {
        onControl(id, message);
      },
      onData: (data) => {
        emit('data', { participantId: id, data });
      },
      onFlood: () => {
        links().roster.get(id)?.link.handleFlood();
      },
    });
  };

  /** Who is gone does not read what is said from now on. */
  readonly #rotateKey = (): void => {
    void this.#keys.rotate().then(
      (key) => {
        for (const { messages } of this.#options.links().roster.all()) messages.sendKey(key);
        this.kept.sendKey(key);
      },
      () => undefined,
    );
  };
}
