import { LIMITS } from '../../base/limits.js';
import { randomHex } from '../../base/random.js';
import { readFingerprints } from '../../security/fingerprint-proof.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { PeerSession, type PeerSessionHandlers, type SessionSignal } from './peer-session.js';

export interface LinkSessionsOptions extends Pick<PeerLinkOptions, 'configuration' | 'createPeerConnection' | 'clock'> {
  /** Whether our offer stands when both offered first; the other side gives way in renegotiations too. */
  readonly isLeader: boolean;
  /** The session before, if any, is closed already. */
  readonly onStart: () => void;
  readonly onUnknownConnection: (connectionId: string) => void;
  readonly handlersOf: (session: () => PeerSession) => PeerSessionHandlers;
}

type CandidateSignal = Extract<SessionSignal, { type: 'candidate' }>;

const MAX_RETIRED = 8;

/** The sessions of one link, one at a time: tells what belongs to the present one from what is late or early. */
export class LinkSessions {
  readonly #options: LinkSessionsOptions;
  readonly #retired: string[] = [];
  #early: CandidateSignal[] = [];
  #current: PeerSession | null = null;
  #newestOffer = 0;

  constructor(options: LinkSessionsOptions) {
    this.#options = options;
  }

  get current(): PeerSession | null {
    return this.#current;
  }

  /** Starts a session of our own, in place of the one there is. */
  offer(): void {
    this.#start(randomHex(8), true);
  }

  handleSignal(signal: SessionSignal): void {
    const { connectionId } = signal;
    if (this.#retired.includes(connectionId)) return;
    if (connectionId !== this.#current?.connectionId && !this.#accept(signal)) return;
    if (signal.type === 'candidate') this.#current?.handleCandidate(signal.candidate);
    else if (readFingerprints(signal.description.sdp).length > 0) this.#current?.handleDescription(signal);
    for (const early of this.#early) if (early.connectionId === connectionId) this.#current?.handleCandidate(early.candidate);
    this.#early = this.#early.filter((early) => early.connectionId !== connectionId);
  }

  close(): void {
    this.#current?.close();
  }

  /** Whether a signal of no known session begins one. */
  #accept(signal: SessionSignal): boolean {
    if (signal.type === 'candidate') {
      // It overtook the offer it belongs to.
      if (this.#early.length < LIMITS.candidatesPerGeneration) this.#early.push(signal);
      return false;
    }
    if (signal.description.type !== 'offer') return false;
    if (signal.startedAt === null) {
      this.#options.onUnknownConnection(signal.connectionId);
      return false;
    }
    // An offer that was overtaken by a newer one; or both offered first, and ours stands.
    if (signal.startedAt <= this.#newestOffer || (this.#current?.isAwaitingFirstAnswer && this.#options.isLeader)) return false;
    this.#newestOffer = signal.startedAt;
    this.#start(signal.connectionId, false);
    return true;
  }

  #start(connectionId: string, isOfferer: boolean): void {
    if (this.#current) this.#retire(this.#current);
    const { configuration, createPeerConnection, clock, isLeader, onStart, handlersOf } = this.#options;
    onStart();
    const session: PeerSession = new PeerSession({
      connectionId,
      isOfferer,
      isPolite: !isLeader,
      configuration: configuration(),
      createPeerConnection,
      clock,
      handlers: handlersOf(() => session),
    });
    this.#current = session;
  }

  #retire(session: PeerSession): void {
    this.#retired.push(session.connectionId);
    if (this.#retired.length > MAX_RETIRED) this.#retired.shift();
    session.close();
  }
}
