import type { ConnectionEvent } from '../connection-machine.js';
import { LinkMedia } from './link-media.js';
import { LinkSessions } from './link-sessions.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import type { PeerSession, PeerSessionHandlers, SessionSignal } from './peer-session.js';

export interface SessionUseOptions extends PeerLinkOptions {
  readonly isLeader: boolean;
  readonly onSignal: (signal: SessionSignal) => void;
  /** How the making of the present session goes on. */
  readonly onProgress: (event: ConnectionEvent) => void;
  readonly onHeard: () => void;
  /** A session begins in place of the one before. */
  readonly onStart: () => void;
  /** Proven and open: from here on everything flows. */
  readonly onReady: () => void;
  readonly onUntrusted: () => void;
  /** The present session has no path (any more). */
  readonly onPathFailed: () => void;
  /** What cannot be renegotiated has to be made anew. */
  readonly onNegotiationError: () => void;
}

/** Which session of a link is in use: nothing passes before its peer is proven, and a spare one takes over once it works. */
export class SessionUse {
  readonly sessions: LinkSessions;
  /** What is sent and received. */
  readonly media: LinkMedia;
  readonly #options: SessionUseOptions;
  #isReady = false;
  #isClosed = false;

  constructor(options: SessionUseOptions) {
    this.#options = options;
    this.media = new LinkMedia(options);
    this.sessions = new LinkSessions({
      ...options,
      onStart: () => {
        this.stop();
        options.onStart();
      },
      handlersOf: this.#handlersOf,
      canKeep: () => this.#isReady,
      onUnknownConnection: (connectionId) => {
        options.sendSealed({ type: 'unknown-connection', connectionId }, false);
      },
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** What was used so far is over, or its page is. */
  stop(): void {
    this.#isReady = false;
    this.media.hold();
    this.#options.messages.detach();
  }

  close(): void {
    this.#isClosed = true;
    this.#options.messages.detach();
    this.sessions.close();
  }

  readonly #handlersOf = (session: () => PeerSession): PeerSessionHandlers => {
    const isCurrent = (): boolean => session() === this.sessions.current;
    return {
      onSignal: this.#options.onSignal,
      onChannelsOpen: () => {
        this.#useIfUsable(session());
      },
      onProgress: (event) => {
        if (isCurrent()) this.#options.onProgress(event);
      },
      onConnectionState: (state) => {
        this.#handleConnectionState(session(), state);
      },
      onMessage: (channel, text) => {
        this.#options.onHeard();
        this.#options.messages.receive(channel, text);
      },
      onNegotiationError: () => {
        if (isCurrent()) this.#options.onNegotiationError();
        else this.sessions.dropSpare();
      },
    };
  };

  #handleConnectionState(session: PeerSession, state: RTCPeerConnectionState): void {
    const { current, spare } = this.sessions;
    if (session !== current && session !== spare) return;
    if (state === 'connected' && !session.isProven) void this.#prove(session);
    else if (session === spare) {
      if (state === 'failed') this.sessions.dropSpare();
    } else if (state === 'connecting') this.#options.onProgress('checking');
    else if (state === 'failed') this.#options.onPathFailed();
  }

  async #prove(session: PeerSession): Promise<void> {
    const isProven = await session.prove();
    const { current, spare } = this.sessions;
    if ((session !== current && session !== spare) || this.#isClosed) return;
    if (!isProven) {
      this.#options.onUntrusted();
      return;
    }
    if (session === current) this.#release(session);
    this.#useIfUsable(session);
  }

  /** The peer of the present session is proven: media may flow. */
  #release(session: PeerSession): void {
    this.#options.onProgress('heard');
    this.#options.messages.attach(session.channels);
    this.media.release(session);
  }

  #useIfUsable(session: PeerSession): void {
    if (!session.isUsable) return;
    if (session === this.sessions.spare) {
      this.stop();
      this.sessions.takeSpare();
      this.#release(session);
    }
    if (session !== this.sessions.current || this.#isReady) return;
    this.#isReady = true;
    this.#options.onReady();
    session.channels.release();
  }
}
