import type { DepartureReason, ReceiveWish, TrackSource } from '../engine-port.js';
import type { MembershipOptions } from './membership-options.js';
import type { MemberRecord, MeshMessage } from './mesh-messages.js';
import { PeerLink } from './peer-link.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { Roster, type Member } from './roster.js';

/** Who offers: we, they, the one with the lower id, or they did already. */
export type MeetingRole = 'offer' | 'await' | 'mutual' | 'answer';

export interface MemberLinksOptions
  extends Pick<MembershipOptions, 'localId' | 'clock' | 'emit' | 'maxParticipants'>, Pick<PeerLinkOptions, 'resetSignaling'> {
  /** True when nobody has held the address since then. */
  readonly isAddressFree: (address: string, sinceMs: number) => Promise<boolean>;
  /** What every link is made of. */
  readonly link: Pick<
    PeerLinkOptions,
    'localId' | 'configuration' | 'refreshConfiguration' | 'createPeerConnection' | 'clock' | 'localTracks' | 'sendLimits' | 'emit'
  >;
  readonly post: (to: string, message: MeshMessage, isUrgent: boolean) => void;
  readonly onMessage: (from: string, message: MeshMessage) => void;
  readonly onReady: (member: Member) => void;
  readonly onRemoved: () => void;
}

/** A sealed letter is handed on by as many members at most. */
const RELAYS = 2;

/** The links to the other members: makes them when members meet, and takes them down when members go. */
export class MemberLinks {
  readonly roster = new Roster();
  readonly #options: MemberLinksOptions;

  constructor(options: MemberLinksOptions) {
    this.#options = options;
  }

  /** The mesh's own limit, kept by everybody: one more is refused before a connection is made. */
  get isFull(): boolean {
    return this.roster.size + 1 >= this.#options.maxParticipants;
  }

  /**
   * `isHearsay`: somebody else spoke of the member. `isQuiet`: it is told of only when it is really there, because it may
   * be one whom only others still reach.
   */
  meet(record: MemberRecord, role: MeetingRole, isHearsay: boolean, isQuiet = false): void {
    const { id } = record;
    const { localId, clock, emit } = this.#options;
    if (id === localId || this.roster.get(id) || this.roster.isGone(id, clock.now(), isHearsay) || this.isFull) return;
    const link = this.#createLink(id);
    this.roster.add({ ...record, link, wishes: new Map(), isTold: !isQuiet });
    if (!isQuiet) emit('participant-joined', { participantId: id, joinedAt: record.joinedAt });
    if (role === 'offer' || (role === 'mutual' && localId < id)) link.offer();
    else if (role !== 'answer') link.awaitOffer();
  }

  /** `saidGoodbye`: it does not come back under this identity. */
  remove(id: string, reason: DepartureReason, saidGoodbye = false): void {
    const member = this.roster.remove(id, this.#options.clock.now(), saidGoodbye);
    if (!member) return;
    member.link.close();
    if (member.isTold) this.#options.emit('participant-left', { participantId: id, reason });
    this.#options.onRemoved();
  }

  setReceiveWish(id: string, source: TrackSource, wish: ReceiveWish): void {
    const member = this.roster.get(id);
    if (!member || (source !== 'camera' && source !== 'screen')) return;
    const wasVisible = member.wishes.get(source)?.isVisible ?? true;
    member.wishes.set(source, wish);
    if (wasVisible !== wish.isVisible) member.link.sendControl({ type: 'wish', source, isVisible: wish.isVisible });
  }

  /** True when somebody could be told. */
  tellAll(message: MeshMessage): boolean {
    return this.roster
      .all()
      .map(({ link }) => link.sendControl(message))
      .some(Boolean);
  }

  /** Over the connection if there is one, else sealed. */
  tell(id: string, message: MeshMessage): void {
    const link = this.roster.get(id)?.link;
    if (!link?.isSound || !link.sendControl(message)) this.#options.post(id, message, false);
  }

  /** Asks others to hand a sealed letter on. */
  relay(to: string, content: unknown): void {
    const relays = this.roster.all().filter(({ id, link }) => id !== to && link.isSound);
    for (const { link } of relays.slice(0, RELAYS)) link.sendControl({ type: 'relay', to, content });
  }

  reconnect(id?: string): void {
    for (const member of this.roster.all()) if (id === undefined || id === member.id) member.link.reconnect();
  }

  close(): void {
    for (const { link } of this.roster.all()) link.close();
  }

  #createLink(id: string): PeerLink {
    const { emit, link, post, isAddressFree, resetSignaling, onMessage } = this.#options;
    return new PeerLink({
      ...link,
      remoteId: id,
      sendSealed: (message, isUrgent) => {
        post(id, message, isUrgent);
      },
      isAddressFree: (sinceMs) => isAddressFree(id, sinceMs),
      resetSignaling,
      handlers: {
        onReady: () => {
          this.#handleReady(id);
        },
        onControl: (message) => {
          onMessage(id, message);
        },
        onGone: (reason, error) => {
          if (error && this.roster.get(id)?.isTold) emit('error', { error, participantId: id });
          this.remove(id, reason);
        },
      },
    });
  }

  #handleReady(id: string): void {
    const member = this.roster.get(id);
    if (!member) return;
    if (!member.isTold) this.#options.emit('participant-joined', { participantId: id, joinedAt: member.joinedAt });
    member.isTold = true;
    for (const [source, { isVisible }] of member.wishes) {
      if (!isVisible && (source === 'camera' || source === 'screen')) member.link.sendControl({ type: 'wish', source, isVisible });
    }
    this.#options.onReady(member);
    this.#options.emit('participant-ready', { participantId: id });
  }
}
