import { LIMITS } from '../../base/limits.js';
import { randomHex } from '../../base/random.js';
import { readFingerprints } from '../../security/fingerprint-proof.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { PeerSession, type PeerSessionHandlers, type SessionSignal } from './peer-session.js';

export interface LinkSessionsOptions extends Pick<PeerLinkOptions, 'configuration' | 'createPeerConnection' | 'isSoundDoubled' | 'clock'> {
  /** Whether our offer stands when both offered first; the other side gives way in renegotiations too. */
  readonly isLeader: boolean;
  /** The sessions before, if any, are closed already. Not called for a spare one. */
  readonly onStart: () => void;
  readonly onUnknownConnection: (connectionId: string) => void;
  readonly handlersOf: (session: () => PeerSession) => PeerSessionHandlers;
  /** Whether the present session may stay while a spare one is made. */
  readonly canKeep: () => boolean;
}

type CandidateSignal = Extract<SessionSignal, { type: 'candidate' }>;

const MAX_RETIRED = 8;
/** What does not work after as long is given up for another. */
const SPARE_LIMIT_MS = 8_000;

/**
 * The sessions of one link: the present one, and for a while a spare one that takes its place once it works. Tells what
 * belongs to them from what is late or early.
 */
export class LinkSessions {
  readonly #options: LinkSessionsOptions;
  readonly #retired: string[] = [];
  #early: CandidateSignal[] = [];
  #current: PeerSession | null = null;
  #spare: PeerSession | null = null;
  #newestOffer = 0;

  constructor(options: LinkSessionsOptions) {
    this.#options = options;
  }

  get current(): PeerSession | null {
    return this.#current;
  }

  get spare(): PeerSession | null {
    return this.#spare;
  }

  /** Starts a session of our own, in place of the one there is. */
  offer(): void {
    this.#replace(randomHex(8), true);
  }

  /** Starts a session of our own beside the one there is, unless one is on its way. */
  offerSpare(): void {
    const isOnItsWay = this.#spare && this.#options.clock.now() - this.#spare.startedAt < SPARE_LIMIT_MS;
    if (!isOnItsWay) this.#makeSpare(randomHex(8), true);
  }

  /** The spare session works: it becomes the present one. */
  takeSpare(): void {
    const spare = this.#spare;
    if (!spare) return;
    this.#spare = null;
    this.#retire(this.#current);
    this.#current = spare;
  }

  dropSpare(): void {
    this.#retire(this.#spare);
    this.#spare = null;
  }

  handleSignal(signal: SessionSignal): void {
    const { connectionId } = signal;
    if (this.#retired.includes(connectionId)) return;
    const session = this.#find(connectionId) ?? this.#accept(signal);
    if (!session) return;
    if (signal.type === 'candidate') session.handleCandidate(signal.candidate);
    else if (readFingerprints(signal.description.sdp).length > 0) session.handleDescription(signal);
    for (const early of this.#early) if (early.connectionId === connectionId) session.handleCandidate(early.candidate);
    this.#early = this.#early.filter((early) => early.connectionId !== connectionId);
  }

  close(): void {
    this.#current?.close();
    this.#spare?.close();
  }

  #find(connectionId: string): PeerSession | undefined {
    return [this.#current, this.#spare].find((session) => session?.connectionId === connectionId) ?? undefined;
  }

  /** The session that a signal of no known one begins, if it does. */
  #accept(signal: SessionSignal): PeerSession | null {
    if (signal.type === 'candidate') {
      // It overtook the offer it belongs to.
      if (this.#early.length < LIMITS.candidatesPerGeneration) this.#early.push(signal);
      return null;
    }
    if (signal.description.type !== 'offer') return null;
    if (signal.startedAt === null) {
      this.#options.onUnknownConnection(signal.connectionId);
      return null;
    }
    // An offer that was overtaken by a newer one.
    if (signal.startedAt <= this.#newestOffer) return null;
    const ours = this.#spare ?? this.#current;
    if (ours?.isAwaitingFirstAnswer && this.#options.isLeader) {
      // Both offered first, and ours stands; it is said again, for it may be lost.
      ours.repeatOffer();
      return null;
    }
    this.#newestOffer = signal.startedAt;
    const isBeside = signal.isSpare && this.#options.canKeep();
    return isBeside ? this.#makeSpare(signal.connectionId, false) : this.#replace(signal.connectionId, false);
  }

  #replace(connectionId: string, isOfferer: boolean): PeerSession {
    this.dropSpare();
    this.#retire(this.#current);
    this.#options.onStart();
    this.#current = this.#create(connectionId, isOfferer, false);
    return this.#current;
  }

  #makeSpare(connectionId: string, isOfferer: boolean): PeerSession {
    this.dropSpare();
    this.#spare = this.#create(connectionId, isOfferer, true);
    return this.#spare;
  }

  #create(connectionId: string, isOfferer: boolean, isSpare: boolean): PeerSession {
    const { configuration, createPeerConnection, isSoundDoubled, clock, isLeader, handlersOf } = this.#options;
    const session: PeerSession = new PeerSession({
      connectionId,
      isOfferer,
      isSpare,
      isPolite: !isLeader,
      configuration: configuration(),
      createPeerConnection,
      isSoundDoubled,
      clock,
      handlers: handlersOf(() => session),
    });
    return session;
  }

  #retire(session: PeerSession | null): void {
    if (!session) return;
    this.#retired.push(session.connectionId);
    if (this.#retired.length > MAX_RETIRED) this.#retired.shift();
    session.close();
  }
}
