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
  /** Tries to reconnect now instead of at the end of the current delay. */
  reconnectNow(): void;
  /** Frees the address. Idempotent. */
  close(): void;
}

/** How peers find each other: addresses that can be claimed by one holder at a time, and messages between them. */
export interface SignalingPort {
  /**
   * Claims `address` and listens there: an atomic test-and-set.
   * `taken` when somebody holds it. Rejects with `signaling/unreachable` or `signaling/unauthorized`.
   * Handlers are told of messages from the first one on, even before the promise settles.
   */
  open(address: string, handlers: EndpointHandlers): Promise<SignalingEndpoint | 'taken'>;
}
