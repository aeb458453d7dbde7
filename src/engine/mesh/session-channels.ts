import type { Scope } from '../../base/scope.js';

export type ChannelName = 'control' | 'reliable' | 'fast';

const CHANNELS: readonly { name: ChannelName; init: RTCDataChannelInit }[] = [
  { name: 'control', init: { id: 0, negotiated: true, ordered: true } },
  { name: 'reliable', init: { id: 1, negotiated: true, ordered: true } },
  { name: 'fast', init: { id: 2, negotiated: true, ordered: false, maxRetransmits: 0 } },
];

const MAX_HELD = 256;

export interface SessionChannelsOptions {
  readonly connection: RTCPeerConnection;
  readonly scope: Scope;
  readonly onMessage: (channel: ChannelName, text: string) => void;
  /** Every one is: they do not open at the same moment. */
  readonly onOpen: () => void;
  /** What comes waits for `release`. */
  readonly isHeld: boolean;
}

/** The data channels of one session. Their ids are fixed, so that opening them takes no round trip. */
export class SessionChannels {
  readonly #channels = new Map<ChannelName, RTCDataChannel>();
  /** Null once nothing waits any more. */
  #held: (() => void)[] | null;

  constructor({ connection, scope, onMessage, onOpen, isHeld }: SessionChannelsOptions) {
    this.#held = isHeld ? [] : null;
    for (const { name, init } of CHANNELS) {
      const channel = connection.createDataChannel(name, init);
      this.#channels.set(name, channel);
      scope.listen(channel, 'message', (event) => {
        const { data } = event as MessageEvent<unknown>;
        if (typeof data !== 'string') return;
        if (this.#held === null) onMessage(name, data);
        else if (this.#held.length < MAX_HELD) {
          this.#held.push(() => {
            onMessage(name, data);
          });
        }
      });
      scope.listen(channel, 'open', () => {
        if (this.areOpen) onOpen();
      });
    }
  }

  get areOpen(): boolean {
    return [...this.#channels.values()].every(({ readyState }) => readyState === 'open');
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const deliver of held) deliver();
  }

  /** False when the channel is not open or its buffer is full. */
  send(name: ChannelName, text: string): boolean {
    const channel = this.#channels.get(name);
    if (channel?.readyState !== 'open') return false;
    try {
      channel.send(text);
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    for (const channel of this.#channels.values()) channel.close();
  }
}
