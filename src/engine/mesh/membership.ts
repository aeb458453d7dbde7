import { NexError } from '../../base/nex-error.js';
import { Scope } from '../../base/scope.js';
import { Door } from './door.js';
import { Mailroom } from './mailroom.js';
import { MemberLinks } from './member-links.js';
import type { MembershipOptions } from './membership-options.js';
import type { MemberRecord, MeshMessage } from './mesh-messages.js';
import { RoomMessages } from './room-messages.js';

/** Whom one reaches and another does not, they find again by what they tell each other of the roster. */
const GOSSIP_PERIOD_MS = 10_000;
const MAX_DISTRUSTED = 64;
/** One connection to the server serves every link: it is renewed once, not by each. */
const RESET_PAUSE_MS = 5_000;

/**
 * Who is in the room and how newcomers are met.
 *
 *   open own address ---> knock 0 and 1 --roster--> in the room; every member offers to us
 *   claim slot 0 --won--> in the room (knock 2 too, should a room live there already)
 *               `-taken-> knock 0 and 1 once more --silence--> knock all again; after three, claim a free slot
 */
export class Membership {
  readonly links: MemberLinks;
  readonly #options: MembershipOptions;
  readonly #scope: Scope;
  readonly #mailroom: Mailroom;
  readonly #door: Door;
  readonly #messages: RoomMessages;
  readonly #joinedAt: number;
  readonly #distrusted = new Set<string>();
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
        this.links.roster.get(from)?.link.handleSign(message.type);
        this.#handleMessage(from, message);
      },
      onForged: (from) => {
        this.#handleForged(from);
      },
      onPhase: (phase) => {
        options.onReachableChanged();
        if (phase === 'open') this.#door.handleReachable();
      },
      onUndeliverable: (to) => {
        const link = this.links.roster.get(to)?.link;
        if (link && !link.isReady && !link.isWeak) this.links.remove(to, 'connection-lost');
      },
      relay: (to, content) => {
        this.links.relay(to, content);
      },
    });
    this.#messages = new RoomMessages({
      roomId: keys.roomId,
      localId,
      clock,
      emit: options.emit,
      links: () => this.links,
      onControl: this.#handleMessage,
    });
    this.links = new MemberLinks({
      membership: options,
      kept: this.#messages.kept,
      isAddressFree: (address, sinceMs) => this.#mailroom.isAddressFree(address, sinceMs),
      resetSignaling: this.#resetSignaling,
      post: this.#post,
      onReady: ({ messages }) => {
        messages.sendControl({ type: 'slots', slots: this.#door.slots });
      },
      onRemoved: () => void this.#door.stand(),
    });
    this.#door = new Door({
      localId,
      signaling,
      clock,
      slotAddresses: keys.slotAddresses,
      roster: this.links.roster,
      isReachable: () => this.isReachable,
      onMessage: (message) => void this.#mailroom.receive(message),
      onSlotsChanged: (slots) => {
        this.links.tellAll({ type: 'slots', slots });
      },
      knock: (address) => {
        this.#post(address, { type: 'knock', members: this.#records() });
      },
    });
    this.#scope.add(() => {
      this.#mailroom.close();
      this.#door.close(new NexError('call/aborted', 'Left while joining'));
      this.links.close();
      this.#messages.close();
    });
  }

  get isReachable(): boolean {
    return this.#mailroom.isReachable;
  }

  /** Settles when others can be met: the first slot is ours, or a member of the room has answered. False: our address is taken. */
  async join(): Promise<boolean> {
    // Our own address first: browsers connect to one server after the other, and with it we can knock already.
    const isOpen = this.#mailroom.open();
    const isFirst = this.#door.tryFirst();
    // Whoever waits for it is told; here it only must not count as unhandled.
    isFirst.catch(() => undefined);
    if (!(await isOpen)) {
      await isFirst.catch(() => undefined);
      // A slot that was won may have let in some already; they are met again under another address.
      for (const { id } of this.links.roster.all()) this.links.remove(id, 'connection-lost');
      return false;
    }
    this.#scope.every(GOSSIP_PERIOD_MS, () => {
      this.links.tellAll({ type: 'roster', members: this.#records() });
    });
    await this.#door.enter(isFirst);
    return true;
  }

  /** Something happened to this device: whatever it stood on may be gone. */
  handleWake(): void {
    this.#mailroom.reconnectNow();
    this.#door.handleWake();
    this.links.reconnect();
  }

  /** Says goodbye and stands for nothing any more. True when somebody could be told. */
  sayGoodbye(): boolean {
    this.#door.stopStanding();
    return this.links.tellAll({ type: 'bye' });
  }

  /** False when nobody (or not the one named) could be handed it. */
  sendData(data: unknown, to: string | undefined, isReliable: boolean): boolean {
    return this.#messages.send(data, to, isReliable);
  }

  close(): void {
    this.#scope.close();
  }

  #record(): MemberRecord {
    return { id: this.#options.localId, joinedAt: this.#joinedAt, slots: this.#door.slots };
  }

  #records(): readonly MemberRecord[] {
    return [this.#record(), ...this.links.roster.records()];
  }

  readonly #handleMessage = (from: string, message: MeshMessage): void => {
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
        this.#door.admit(new NexError('signaling/room-full', 'The room is full', { fatal: true }));
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
        member?.link.media.handleWish(message);
        break;
      case 'description':
      case 'candidate':
        this.#handleSignal(from, message);
        break;
      case 'unknown-connection':
        member?.link.handleUnknownConnection(message.connectionId);
        break;
      case 'relay':
        if (member?.link.isReady)
          this.links.roster.get(message.to)?.messages.sendControl({ type: 'relayed', from, content: message.content });
        break;
      case 'relayed':
        void this.#mailroom.receive({ from: message.from, to: this.#options.localId, content: message.content });
        break;
      case 'heartbeat':
      case 'sign':
        break;
    }
  };

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
    const wasWaiting = this.#door.isWaiting;
    for (const record of members) {
      const known = this.links.roster.get(record.id);
      if (known && record.id === from) known.slots = record.slots;
      // Only at the door is everybody news; later, one whom we do not know is one whom we lost.
      this.links.meet(record, this.#door.slots.length > 0 || !wasWaiting ? 'mutual' : 'await', record.id !== from, !wasWaiting);
    }
    this.#door.admit(null);
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

  readonly #resetSignaling = (): void => {
    const now = this.#options.clock.now();
    if (now - this.#lastReset < RESET_PAUSE_MS) return;
    this.#lastReset = now;
    this.#mailroom.reset();
  };

  readonly #post = (to: string, message: MeshMessage, isUrgent = false): void => {
    void this.#mailroom.send(to, message, isUrgent).catch(() => {
      this.#options.logger.log('warn', 'engine', 'A letter could not be sealed', { kind: message.type });
    });
  };
}
