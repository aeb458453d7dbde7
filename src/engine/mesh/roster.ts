import type { ReceiveWish, TrackSource } from '../engine-port.js';
import type { MemberRecord } from './mesh-messages.js';
import type { PeerLink } from './peer-link.js';

/** One other member as we know it. */
export interface Member {
  readonly id: string;
  readonly joinedAt: number;
  slots: readonly number[];
  readonly link: PeerLink;
  /** What we want of its pictures; told again when the link is new. */
  readonly wishes: Map<TrackSource, ReceiveWish>;
}

const GOODBYE_MEMORY_MS = 10_000;

/** Who is in the room, in order of coming, and who has just left it. */
export class Roster {
  readonly #members = new Map<string, Member>();
  readonly #departedAt = new Map<string, number>();

  get size(): number {
    return this.#members.size;
  }

  get(id: string): Member | undefined {
    return this.#members.get(id);
  }

  all(): readonly Member[] {
    return [...this.#members.values()];
  }

  add(member: Member): void {
    this.#members.set(member.id, member);
  }

  /** Forgets the member; a letter of its that is still on the way does not bring it back. */
  remove(id: string, now: number): Member | undefined {
    const member = this.#members.get(id);
    this.#members.delete(id);
    for (const [departed, at] of this.#departedAt) if (now - at > GOODBYE_MEMORY_MS) this.#departedAt.delete(departed);
    if (member) this.#departedAt.set(id, now);
    return member;
  }

  hasJustLeft(id: string, now: number): boolean {
    return now - (this.#departedAt.get(id) ?? -Infinity) < GOODBYE_MEMORY_MS;
  }

  /** The slots that we or members we are connected to hold. */
  coveredSlots(ownSlots: readonly number[]): ReadonlySet<number> {
    return new Set([...ownSlots, ...this.all().flatMap((member) => (member.link.isReady ? member.slots : []))]);
  }

  /** Our place, by order of coming, among those who hold no slot. */
  rankWithoutSlot(own: MemberRecord): number {
    const isEarlier = (member: Member): boolean =>
      member.joinedAt < own.joinedAt || (member.joinedAt === own.joinedAt && member.id < own.id);
    return this.all().filter((member) => member.slots.length === 0 && member.link.isReady && isEarlier(member)).length;
  }

  records(): readonly MemberRecord[] {
    return this.all().map(({ id, joinedAt, slots }) => ({ id, joinedAt, slots }));
  }
}
