import type { LinkMessages } from './link-messages.js';
import type { MemberRecord } from './mesh-messages.js';
import type { PeerLink } from './peer-link.js';
import type { WishTeller } from '../tuning/wish-teller.js';

/** One other member as we know it. */
export interface Member {
  readonly id: string;
  readonly joinedAt: number;
  slots: readonly number[];
  readonly link: PeerLink;
  readonly messages: LinkMessages;
  /** What it did before the call is told that it is here; null once it is told. */
  untold: (() => void)[] | null;
  /** What we want of its pictures; told again when the link is new. */
  wishes: WishTeller | null;
}

/** Letters of one who said goodbye may still be on the way for as long. */
const GOODBYE_MEMORY_MS = 10_000;
/** Members that have not noticed yet may go on speaking of one who is lost for as long. */
const LOSS_MEMORY_MS = 30_000;
const MAX_BARRED = 64;

/** Who is in the room, in order of coming, and who has just left it. */
export class Roster {
  readonly #members = new Map<string, Member>();
  readonly #barred = new Set<string>();
  readonly #departures = new Map<string, { readonly at: number; readonly saidGoodbye: boolean }>();

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

  /** Forgets the member, and remembers for a while that it is gone. */
  remove(id: string, now: number, saidGoodbye: boolean): Member | undefined {
    const member = this.#members.get(id);
    this.#members.delete(id);
    for (const [departed, { at }] of this.#departures) if (now - at > LOSS_MEMORY_MS) this.#departures.delete(departed);
    if (member) this.#departures.set(id, { at: now, saidGoodbye });
    return member;
  }

  /** Is not met again in this stay. */
  bar(id: string): void {
    if (this.#barred.size < MAX_BARRED) this.#barred.add(id);
  }

  /** One who said goodbye is not brought back by a late letter, nor one who is lost by what others say (`isHearsay`). */
  isGone(id: string, now: number, isHearsay: boolean): boolean {
    const departure = this.#departures.get(id);
    if (this.#barred.has(id)) return true;
    if (!departure) return false;
    return now - departure.at < GOODBYE_MEMORY_MS ? departure.saidGoodbye || isHearsay : isHearsay && now - departure.at < LOSS_MEMORY_MS;
  }

  /** The slots that we or members we are connected to hold. */
  coveredSlots(ownSlots: readonly number[]): ReadonlySet<number> {
    return new Set([...ownSlots, ...this.all().flatMap((member) => (member.link.isReady ? member.slots : []))]);
  }

  /** Our place among those who hold no slot: by id, which is all that everybody knows alike. */
  rankWithoutSlot(ownId: string): number {
    return this.all().filter(({ id, slots, link }) => slots.length === 0 && link.isReady && id < ownId).length;
  }

  /** Those of whom we know that they are here: others are told of nobody else. */
  records(): readonly MemberRecord[] {
    const present = this.all().filter(({ link }) => link.isReady && !link.isWeak);
    return present.map(({ id, joinedAt, slots }) => ({ id, joinedAt, slots }));
  }
}
