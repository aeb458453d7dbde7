import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import { Admission } from './admission.js';
import { Mailroom } from './mailroom.js';
import { MemberLinks } from './member-links.js';
import type { MembershipOptions } from './membership-options.js';
import type { MemberRecord, MeshMessage } from './mesh-messages.js';
import { Rendezvous } from './rendezvous.js';

const STANDING_PERIOD_MS = 1_000;
const KNOCK_STANDING_MS = 10_000;
const SLOTS = [0, 1, 2] as const;
const MAX_DISTRUSTED = 64;
/** One connection to the server serves every link: it is renewed once, not by each. */
const RESET_PAUSE_MS = 5_000;

/**
 * Who is in the room and how newcomers are met.
 *
 *   open own address + claim slot 0 --won--> in the room (knock 1 and 2, should a room live there already)
 *                                  `-taken-> knock 0 and 1 --roster--> in the room; every member offers to us
 *                                                         `-silence--> knock all again; after three, claim a free slot
 */
export class Membership {
  readonly links: MemberLinks;
  readonly #options: MembershipOptions;
  readonly #scope: Scope;
  readonly #mailroom: Mailroom;
  readonly #rendezvous: Rendezvous;
  readonly #joinedAt: number;
  readonly #distrusted = new Set<string>();
  readonly #admission: Admission;
  #lastReset = 0;

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
        this.links.roster.get(from)?.link.handleSign(message.type === 'heartbeat');
        this.#handleMessage(from, message);
      },
      onForged: (from) => {
        this.#handleForged(from);
      },
      onPhase: (phase) => {
        options.onReachableChanged();
        if (phase === 'open') this.#knock(this.#uncoveredSlots());
      },
      onUndeliverable: (to) => {
        const link = this.links.roster.get(to)?.link;
        if (link && !link.isReady && !link.isWeak) this.links.remove(to, 'connection-lost');
      },
      relay: (to, content) => {
        this.links.relay(to, content);
      },
    });
    this.#rendezvous = new Rendezvous({
      signaling,
      clock,
      slotAddresses: keys.slotAddresses,
      onMessage: (message) => void this.#mailroom.receive(message),
      onSlotsChanged: (slots) => {
        this.links.tellAll({ type: 'slots', slots });
      },
    });
    this.#admission = new Admission({
      scope: this.#scope,
      knock: (slots) => {
        this.#knock(slots);
      },
      claim: (slot) => this.#rendezvous.claim(slot),
    });
    this.links = new MemberLinks({
      ...options,
      link: options,
      isAddressFree: (address, sinceMs) => this.#mailroom.isAddressFree(address, sinceMs),
      resetSignaling: () => {
        this.#resetSignaling();
      },
      post: (to, message, isUrgent) => {
        this.#post(to, message, isUrgent);
      },
      onMessage: (from, message) => {
        this.#handleMessage(from, message);
      },
      onReady: ({ link }) => {
        link.sendControl({ type: 'slots', slots: this.#rendezvous.slots });
      },
      onRemoved: () => void this.#stand(),
    });
    this.#scope.add(() => {
      this.#mailroom.close();
      this.#rendezvous.close();
      this.links.close();
    });
  }

  get isReachable(): boolean {
    return this.#mailroom.isReachable;
  }

  /** Settles when others can be met: the first slot is ours, or a member of the room has answered. False: our address is taken. */
  async join(): Promise<boolean> {
    const [isOpen, isFirst] = await Promise.all([this.#mailroom.open(), this.#rendezvous.claim(0)]);
    if (!isOpen) return false;
    this.#scope.every(STANDING_PERIOD_MS, () => void this.#stand());
    this.#scope.every(KNOCK_STANDING_MS, () => {
      this.#knock(this.#uncoveredSlots());
      // Whom one reaches and another does not, they find again by this.
      this.links.tellAll({ type: 'roster', members: this.#records() });
    });
    if (isFirst) this.#knock([1, 2]);
    else await this.#admission.wait();
    return true;
  }

  /** Something happened to this device: whatever it stood on may be gone. */
  handleWake(): void {
    this.#mailroom.reconnectNow();
    this.#rendezvous.reconnectNow();
    this.#knock(SLOTS);
    this.links.reconnect();
  }

  close(): void {
    this.#scope.close();
    this.#admission.settle(new NexError('call/aborted', 'Left while joining'));
  }

  #uncoveredSlots(): readonly number[] {
    const covered = this.links.roster.coveredSlots(this.#rendezvous.slots);
    return SLOTS.filter((slot) => !covered.has(slot));
  }

  #knock(slots: readonly number[]): void {
    for (const slot of slots) {
      const address = this.#options.keys.slotAddresses[slot];
      if (address !== undefined && !this.#rendezvous.slots.includes(slot)) {
        this.#post(address, { type: 'knock', members: this.#records() });
      }
    }
  }

  async #stand(): Promise<void> {
    if (this.#admission.isWaiting || !this.#mailroom.isReachable) return;
    const { roster } = this.links;
    const covered = roster.coveredSlots(this.#rendezvous.slots);
    const strangers = await this.#rendezvous.standBy(covered, roster.rankWithoutSlot(this.#record()));
    this.#knock(strangers);
  }

  #record(): MemberRecord {
    return { id: this.#options.localId, joinedAt: this.#joinedAt, slots: this.#rendezvous.slots };
  }

  #records(): readonly MemberRecord[] {
    return [this.#record(), ...this.links.roster.records()];
  }

  #handleMessage(from: string, message: MeshMessage): void {
    if (this.#scope.isClosed) return;
    const member = this.links.roster.get(from);
    switch (message.type) {
      case 'knock':
        this.#handleKnock(from, message.members);
        break;
      case 'roster':
        this.#handleRoster(from, message.members);
        break;
      case 'refused':
        this.#admission.settle(new NexError('signaling/room-full', 'The room is full', { fatal: true }));
        break;
      case 'introduce':
        if (this.links.roster.get(message.member.id)) this.links.roster.get(message.member.id)?.link.handleKnock(true);
        else this.links.meet(message.member, 'offer', true);
        break;
      case 'slots':
        if (member) member.slots = message.slots;
        break;
      case 'bye':
        this.links.remove(from, 'left', true);
        break;
      case 'unloading':
        member?.link.expectReturn();
        break;
      case 'wish':
        void member?.link.setActive(message.source, message.isVisible).catch(() => undefined);
        break;
      case 'description':
      case 'candidate':
        this.#handleSignal(from, message);
        break;
      case 'unknown-connection':
        member?.link.handleUnknownConnection(message.connectionId);
        break;
      case 'relay':
        if (member?.link.isReady) this.links.roster.get(message.to)?.link.sendControl({ type: 'relayed', from, content: message.content });
        break;
      case 'relayed':
        void this.#mailroom.receive({ from: message.from, to: this.#options.localId, content: message.content });
        break;
      case 'heartbeat':
        break;
    }
  }

  #handleSignal(from: string, signal: Extract<MeshMessage, { type: 'description' | 'candidate' }>): void {
    const isKnown = this.links.roster.get(from) !== undefined;
    if (!isKnown && signal.type === 'candidate') return;
    if (!isKnown && signal.type === 'description' && signal.startedAt === null) {
      this.#post(from, { type: 'unknown-connection', connectionId: signal.connectionId });
      return;
    }
    this.links.meet({ id: from, joinedAt: this.#options.clock.now(), slots: [] }, 'answer', false);
    this.links.roster.get(from)?.link.handleSignal(signal);
  }

  #handleRoster(from: string, members: readonly MemberRecord[]): void {
    const wasWaiting = this.#admission.isWaiting;
    for (const record of members) {
      const known = this.links.roster.get(record.id);
      if (known && record.id === from) known.slots = record.slots;
      // Only at the door is everybody news; later, one whom we do not know is one whom we lost.
      this.links.meet(record, this.#rendezvous.slots.length > 0 || !wasWaiting ? 'mutual' : 'await', record.id !== from, !wasWaiting);
    }
    this.#admission.settle(null);
  }

  #handleKnock(from: string, members: readonly MemberRecord[]): void {
    const { roster } = this.links;
    const known = roster.get(from);
    if (!known && this.links.isFull) {
      this.#post(from, { type: 'refused' });
      return;
    }
    this.#post(from, { type: 'roster', members: [this.#record(), ...roster.records().filter(({ id }) => id !== from)] });
    known?.link.handleKnock(members.some(({ id }) => id === this.#options.localId));
    for (const record of members) {
      if (record.id === this.#options.localId) continue;
      const isNew = roster.get(record.id) === undefined || record.id === from;
      // A newcomer is offered to; two parts of a room that find each other share the work by id.
      this.links.meet(record, record.id === from && record.slots.length === 0 ? 'offer' : 'mutual', record.id !== from);
      if (isNew && roster.get(record.id)) this.#introduce(record);
    }
  }

  #introduce(member: MemberRecord): void {
    for (const { id } of this.links.roster.all()) if (id !== member.id) this.links.tell(id, { type: 'introduce', member });
  }

  #handleForged(from: string): void {
    if (this.#distrusted.has(from) || this.#distrusted.size >= MAX_DISTRUSTED) return;
    this.#distrusted.add(from);
    this.#options.logger.log('warn', 'engine', 'An envelope did not open and was dropped');
    this.#options.emit('error', {
      error: new NexError('peer/untrusted', 'An envelope was changed on the way, or sealed with another key'),
      participantId: this.links.roster.get(from) ? from : null,
    });
  }

  #resetSignaling(): void {
    const now = this.#options.clock.now();
    if (now - this.#lastReset < RESET_PAUSE_MS) return;
    this.#lastReset = now;
    this.#mailroom.reset();
  }

  #post(to: string, message: MeshMessage, isUrgent = false): void {
    void this.#mailroom.send(to, message, isUrgent).catch(() => {
      this.#options.logger.log('warn', 'engine', 'A letter could not be sealed', { kind: message.type });
    });
  }
}
