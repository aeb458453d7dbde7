import type { DepartureReason, EmitEngineEvent, ReceiveWish, TrackSource } from '../engine-port.js';
import type { KeptMessages } from './kept-messages.js';
import type { MembershipOptions } from './membership-options.js';
import type { MemberRecord, MeshMessage } from './mesh-messages.js';
import { PeerLink } from './peer-link.js';
import type { PeerLinkOptions } from './peer-link-options.js';
import { Roster, type Member } from './roster.js';

/** Who offers: we, they, the one with the lower id, or they did already. */
export type MeetingRole = 'offer' | 'await' | 'mutual' | 'answer';

export interface MemberLinksOptions extends Pick<PeerLinkOptions, 'resetSignaling'> {
  readonly membership: MembershipOptions;
  readonly kept: KeptMessages;
  /** True when nobody has held the address since then. */
  readonly isAddressFree: (address: string, sinceMs: number) => Promise<boolean>;
  readonly post: (to: string, message: MeshMessage, isUrgent: boolean) => void;
  readonly onReady: (member: Member) => void;
  readonly onRemoved: () => void;
}

/** Sound costs twice as much when it is doubled: it is in rooms of so many people at most. */
const MAX_DOUBLED = 4;
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
    return this.roster.size + 1 >= this.#options.membership.maxParticipants;
  }

  /**
   * `isHearsay`: somebody else spoke of the member. `isQuiet`: it is told of only when it is really there, because it may
   * be one whom only others still reach.
   */
  meet(record: MemberRecord, role: MeetingRole, isHearsay: boolean, isQuiet = false): void {
    const { id } = record;
    const { localId, clock, emit } = this.#options.membership;
    if (id === localId || this.roster.get(id) || this.roster.isGone(id, clock.now(), isHearsay) || this.isFull) return;
    const messages = this.#options.kept.take(id);
    const link = this.#createLink(id, messages);
    this.roster.add({ ...record, link, messages, wishes: null, untold: isQuiet ? [] : null });
    if (!isQuiet) emit('participant-joined', { participantId: id, joinedAt: record.joinedAt });
    this.#followRoom();
    if (role === 'offer' || (role === 'mutual' && localId < id)) link.offer();
    else if (role !== 'answer') link.awaitOffer();
  }

  /** `saidGoodbye`: it does not come back under this identity. */
  remove(id: string, reason: DepartureReason, saidGoodbye = false): void {
    const member = this.roster.remove(id, this.#options.membership.clock.now(), saidGoodbye);
    if (!member) return;
    // Told first: the browser takes some milliseconds to close a connection.
    if (!member.untold) this.#options.membership.emit('participant-left', { participantId: id, reason });
    member.link.close();
    member.wishes?.close();
    if (saidGoodbye) this.#options.kept.drop(id);
    else this.#options.kept.keep(id);
    this.#options.onRemoved();
    this.#followRoom();
  }

  setReceiveWish(id: string, source: TrackSource, wish: ReceiveWish): void {
    import('../tuning/late-tell-wish.js').then(
      ({ tellWish }) => {
        const member = this.roster.get(id);
        if (member) tellWish(member, this.#options.membership.clock, source, wish);
      },
      () => undefined,
    );
  }

  /** True when somebody could be told. */
  tellAll(message: MeshMessage): boolean {
    return this.roster
      .all()
      .map(({ messages }) => messages.sendControl(message))
      .some(Boolean);
  }

  /** Over the connection if there is one, else sealed. */
  tell(id: string, message: MeshMessage): void {
    const member = this.roster.get(id);
    if (!member?.link.isSound || !member.messages.sendControl(message)) this.#options.post(id, message, false);
  }

  /** Asks others to hand a sealed letter on. */
  relay(to: string, content: unknown): void {
    const relays = this.roster.all().filter(({ id, link }) => id !== to && link.isSound);
    for (const { messages } of relays.slice(0, RELAYS)) messages.sendControl({ type: 'relay', to, content });
  }

  /** Those to whom a message can be handed now or (reliable) as soon as they are reached again. */
  receivers(to: string | undefined, isReliable: boolean): readonly Member[] {
    return this.roster
      .all()
      .filter(({ id, messages, link }) => (to === undefined || id === to) && (isReliable ? messages.hasRoom : link.isReady));
  }

  reconnect(id?: string): void {
    for (const member of this.roster.all()) if (id === undefined || id === member.id) member.link.reconnect();
  }

  close(): void {
    for (const { link, wishes } of this.roster.all()) {
      link.close();
      wishes?.close();
    }
  }

  #followRoom(): void {
    for (const { link } of this.roster.all()) link.followRoom();
  }

  #createLink(id: string, messages: Member['messages']): PeerLink {
    const { membership, post, isAddressFree, resetSignaling } = this.#options;
    return new PeerLink({
      ...membership,
      remoteId: id,
      messages,
      emit: (type, event) => {
        this.#emit(id, type, event);
      },
      sendSealed: (message, isUrgent) => {
        post(id, message, isUrgent);
      },
      isAddressFree: (sinceMs) => isAddressFree(id, sinceMs),
      isSoundDoubled: () => this.roster.size < MAX_DOUBLED,
      resetSignaling,
      handlers: {
        onReady: () => {
          this.#handleReady(id);
        },
        onGone: (reason, error) => {
          if (reason === 'refused' || reason === 'untrusted') this.roster.bar(id);
          if (error && !this.roster.get(id)?.untold) membership.emit('error', { error, participantId: id });
          this.remove(id, reason);
        },
      },
    });
  }

  /** What a member does that the call was not told of waits until it is. */
  readonly #emit = (id: string, ...said: Parameters<EmitEngineEvent>): void => {
    const say = (): void => {
      this.#options.membership.emit(...said);
    };
    const untold = this.roster.get(id)?.untold;
    if (untold) untold.push(say);
    else say();
  };

  #handleReady(id: string): void {
    const member = this.roster.get(id);
    if (!member) return;
    const { emit } = this.#options.membership;
    const untold = member.untold;
    member.untold = null;
    if (untold) emit('participant-joined', { participantId: id, joinedAt: member.joinedAt });
    for (const say of untold ?? []) say();
    member.wishes?.repeat();
    this.#options.onReady(member);
    emit('participant-ready', { participantId: id });
  }
}
