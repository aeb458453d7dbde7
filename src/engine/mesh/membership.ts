import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import type { DepartureReason, ReceiveWish, TrackSource } from '../engine-port.js';
import { Admission } from './admission.js';
import { Mailroom } from './mailroom.js';
import type { MemberRecord, MeshMessage } from './mesh-messages.js';
import type { MembershipOptions } from './membership-options.js';
import { PeerLink } from './peer-link.js';
import { Rendezvous } from './rendezvous.js';
import { Roster, type Member } from './roster.js';

const STANDING_PERIOD_MS = 1_000;
const KNOCK_STANDING_MS = 10_000;
const SLOTS = [0, 1, 2] as const;

/**
 * Who is in the room and how newcomers are met.
 *
 *   open own address + claim slot 0 --won--> in the room (knock 1 and 2, should a room live there already)
 *                                  `-taken-> knock 0 and 1 --roster--> in the room; every member offers to us
 *                                                         `-silence--> knock all again; after three, claim a free slot
 */
export class Membership {
  readonly #options: MembershipOptions;
  readonly #scope: Scope;
  readonly #roster = new Roster();
  readonly #mailroom: Mailroom;
  readonly #rendezvous: Rendezvous;
  readonly #joinedAt: number;
  readonly #distrusted = new Set<string>();
  readonly #admission: Admission;

  constructor(options: MembershipOptions) {
    this.#options = options;
    const { signaling, clock, keys, localId } = options;
    this.#scope = new Scope(clock);
    this.#joinedAt = clock.now();
    this.#mailroom = new Mailroom({
      signaling,
      keys,
      localId,
      clock,
      onMessage: (from, message) => {
        this.#handleMessage(from, message);
      },
      onRejected: (from) => {
        this.#handleRejected(from);
      },
      onPhase: (phase) => {
        options.onReachableChanged();
        if (phase === 'open') this.#knock(this.#uncoveredSlots());
      },
      onUndeliverable: (to) => {
        if (!this.#roster.get(to)?.link.isReady) this.#remove(to, 'connection-lost');
      },
    });
    this.#rendezvous = new Rendezvous({
      signaling,
      clock,
      slotAddresses: keys.slotAddresses,
      onMessage: (message) => void this.#mailroom.receive(message),
      onSlotsChanged: (slots) => {
        this.#tellAll({ type: 'slots', slots });
      },
    });
    this.#admission = new Admission({
      scope: this.#scope,
      knock: (slots) => {
        this.#knock(slots);
      },
      claim: (slot) => this.#rendezvous.claim(slot),
    });
    this.#scope.add(() => {
      this.#mailroom.close();
      this.#rendezvous.close();
      for (const { link } of this.#roster.all()) link.close();
    });
  }

  get isReachable(): boolean {
    return this.#mailroom.isReachable;
  }

  members(): readonly Member[] {
    return this.#roster.all();
  }

  /** Settles when others can be met: the first slot is ours, or a member of the room has answered. */
  async join(): Promise<void> {
    const [isOpen, isFirst] = await Promise.all([this.#mailroom.open(), this.#rendezvous.claim(0)]);
    if (!isOpen) throw new NexError('signaling/unreachable', 'The own address is taken', { retryable: true });
    this.#scope.every(STANDING_PERIOD_MS, () => void this.#stand());
    this.#scope.every(KNOCK_STANDING_MS, () => {
      this.#knock(this.#uncoveredSlots());
    });
    if (isFirst) this.#knock([1, 2]);
    else await this.#admission.wait();
  }

  setReceiveWish(id: string, source: TrackSource, wish: ReceiveWish): void {
    const member = this.#roster.get(id);
    if (!member || (source !== 'camera' && source !== 'screen')) return;
    const wasVisible = member.wishes.get(source)?.isVisible ?? true;
    member.wishes.set(source, wish);
    if (wasVisible !== wish.isVisible) member.link.sendControl({ type: 'wish', source, isVisible: wish.isVisible });
  }

  /** True when somebody could be told. */
  sayGoodbye(): boolean {
    return this.#tellAll({ type: 'bye' });
  }

  close(): void {
    this.#scope.close();
    this.#admission.settle(new NexError('call/aborted', 'Left while joining'));
  }

  #uncoveredSlots(): readonly number[] {
    const covered = this.#roster.coveredSlots(this.#rendezvous.slots);
    return SLOTS.filter((slot) => !covered.has(slot));
  }

  #knock(slots: readonly number[]): void {
    for (const slot of slots) {
      const address = this.#options.keys.slotAddresses[slot];
      if (address !== undefined) this.#post(address, { type: 'knock', members: [this.#record(), ...this.#roster.records()] });
    }
  }

  async #stand(): Promise<void> {
    if (this.#admission.isWaiting || !this.#mailroom.isReachable) return;
    const covered = this.#roster.coveredSlots(this.#rendezvous.slots);
    const strangers = await this.#rendezvous.standBy(covered, this.#roster.rankWithoutSlot(this.#record()));
    this.#knock(strangers);
  }

  #record(): MemberRecord {
    return { id: this.#options.localId, joinedAt: this.#joinedAt, slots: this.#rendezvous.slots };
  }

  #handleMessage(from: string, message: MeshMessage): void {
    if (this.#scope.isClosed) return;
    switch (message.type) {
      case 'knock':
        this.#handleKnock(from, message.members);
        break;
      case 'roster':
        for (const record of message.members) {
          this.#meet(record, this.#rendezvous.slots.length > 0 ? 'mutual' : 'await', record.id !== from);
        }
        this.#admission.settle(null);
        break;
      case 'refused':
        this.#admission.settle(new NexError('signaling/room-full', 'The room is full', { fatal: true }));
        break;
      case 'introduce':
        this.#meet(message.member, 'offer', true);
        break;
      case 'slots': {
        const member = this.#roster.get(from);
        if (member) member.slots = message.slots;
        break;
      }
      case 'bye':
        this.#remove(from, 'left');
        break;
      case 'wish':
        void this.#roster
          .get(from)
          ?.link.setActive(message.source, message.isVisible)
          .catch(() => undefined);
        break;
      case 'description':
      case 'candidate':
        this.#meet({ id: from, joinedAt: this.#options.clock.now(), slots: [] }, 'answer', false);
        this.#roster.get(from)?.link.handleSignal(message);
        break;
      case 'heartbeat':
        break;
    }
  }

  #handleKnock(from: string, members: readonly MemberRecord[]): void {
    const known = this.#roster.get(from) !== undefined;
    if (!known && this.#isFull()) {
      this.#post(from, { type: 'refused' });
      return;
    }
    this.#post(from, { type: 'roster', members: [this.#record(), ...this.#roster.records().filter(({ id }) => id !== from)] });
    for (const record of members) {
      if (record.id === this.#options.localId) continue;
      const isNew = this.#roster.get(record.id) === undefined;
      // A newcomer is offered to; two parts of a room that find each other share the work by id.
      this.#meet(record, record.id === from && record.slots.length === 0 ? 'offer' : 'mutual', record.id !== from);
      if (isNew && this.#roster.get(record.id)) this.#introduce(record);
    }
  }

  #introduce(member: MemberRecord): void {
    for (const { id, link } of this.#roster.all()) {
      if (id === member.id) continue;
      const message: MeshMessage = { type: 'introduce', member };
      if (!link.isReady || !link.sendControl(message)) this.#post(id, message);
    }
  }

  /** The mesh's own limit, kept by everybody: one more is refused before a connection is made. */
  #isFull(): boolean {
    return this.#roster.size + 1 >= this.#options.maxParticipants;
  }

  /** `isHearsay`: somebody else spoke of the member. */
  #meet(record: MemberRecord, how: 'offer' | 'await' | 'mutual' | 'answer', isHearsay: boolean): void {
    const { id } = record;
    const { localId, clock, emit } = this.#options;
    if (id === localId || this.#roster.get(id) || this.#roster.isGone(id, clock.now(), isHearsay) || this.#isFull()) return;
    const link: PeerLink = new PeerLink({
      localId,
      remoteId: id,
      clock,
      emit,
      configuration: this.#options.configuration,
      createPeerConnection: this.#options.createPeerConnection,
      localTracks: this.#options.localTracks,
      sendLimits: this.#options.sendLimits,
      sendSealed: (message) => {
        this.#post(id, message);
      },
      isAddressFree: (sinceMs) => this.#mailroom.isAddressFree(id, sinceMs),
      handlers: {
        onReady: () => {
          this.#handleReady(id);
        },
        onControl: (message) => {
          this.#handleMessage(id, message);
        },
        onGone: (reason, error) => {
          if (error) emit('error', { error, participantId: id });
          this.#remove(id, reason);
        },
      },
    });
    this.#roster.add({ ...record, link, wishes: new Map() });
    emit('participant-joined', { participantId: id, joinedAt: record.joinedAt });
    if (how === 'offer' || (how === 'mutual' && localId < id)) link.offer();
    else if (how !== 'answer') link.awaitOffer();
  }

  #handleReady(id: string): void {
    const member = this.#roster.get(id);
    if (!member) return;
    member.link.sendControl({ type: 'slots', slots: this.#rendezvous.slots });
    for (const [source, { isVisible }] of member.wishes) {
      if (!isVisible && (source === 'camera' || source === 'screen')) member.link.sendControl({ type: 'wish', source, isVisible });
    }
    this.#options.emit('participant-ready', { participantId: id });
  }

  #remove(id: string, reason: DepartureReason): void {
    const member = this.#roster.remove(id, this.#options.clock.now(), reason === 'left');
    if (!member) return;
    member.link.close();
    this.#options.emit('participant-left', { participantId: id, reason });
    void this.#stand();
  }

  #handleRejected(from: string): void {
    if (this.#distrusted.has(from) || this.#distrusted.size >= 64) return;
    this.#distrusted.add(from);
    this.#options.logger.log('warn', 'engine', 'An envelope did not open and was dropped');
    this.#options.emit('error', {
      error: new NexError('peer/untrusted', 'An envelope was changed on the way, or sealed with another key'),
      participantId: this.#roster.get(from) ? from : null,
    });
  }

  #tellAll(message: MeshMessage): boolean {
    return this.#roster
      .all()
      .map(({ link }) => link.sendControl(message))
      .some(Boolean);
  }

  #post(to: string, message: MeshMessage): void {
    void this.#mailroom.send(to, message).catch(() => {
      this.#options.logger.log('warn', 'engine', 'A letter could not be sealed', { kind: message.type });
    });
  }
}
