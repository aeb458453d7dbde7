/** A message as the server delivered it. `from` is set by the server; the content is sealed by the sender. */
export interface SignalingMessage {
  readonly from: string;
  readonly to: string;
  readonly content: unknown;
}

/**
 * `open`: reachable. `offline`: the server cannot be reached, reconnecting by itself.
 * `lost`: the address now belongs to somebody else. `closed`: closed here. The last two are final.
 */
export type EndpointPhase = 'open' | 'offline' | 'lost' | 'closed';

export interface EndpointHandlers {
  readonly onMessage: (message: SignalingMessage) => void;
  /** Told of changes after `open()` has settled; the first `open` is that promise. */
  readonly onPhase?: (phase: EndpointPhase) => void;
  /** The server gave back a message for an address at which nobody is. */
  readonly onUndeliverable?: (to: string) => void;
}

/** One address held on the signalling server. */
export interface SignalingEndpoint {
  readonly address: string;
  readonly phase: EndpointPhase;
  /** Hands over for delivery; there is no receipt. While offline nothing is kept: the answer is false. */
  send(to: string, content: unknown): boolean;
  /**
   * Something may have happened to the network: asks whether the server is still there, or, when offline, tries to
   * reconnect now instead of at the end of the current delay.
   */
  reconnectNow(): void;
  /** Drops the connection to the server, whatever it seems to be worth, and opens a new one now. */
  reset(): void;
  /** Frees the address. Idempotent. */
  close(): void;
}

export interface OpenOptions {
  /**
   * Nobody else has a right to the address (a member's own): found taken on coming back it is not `lost` but tried again
   * every 8 s, for the server lets go of a dead connection late.
   */
  readonly isOursForLife?: boolean;
}

/** How peers find each other: addresses that can be claimed by one holder at a time, and messages between them. */
export interface SignalingPort {
  /**
   * Claims `address` and listens there: an atomic test-and-set.
   * `taken` when somebody holds it. Rejects with `signaling/unreachable` or `signaling/unauthorized`.
   * Handlers are told of messages from the first one on, even before the promise settles.
   */
  open(address: string, handlers: EndpointHandlers, options?: OpenOptions): Promise<SignalingEndpoint | 'taken'>;
}
