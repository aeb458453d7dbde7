import { CHAT_LIMITS } from './chat-limits.js';
import type { ChatEntry } from './chat-entry.js';
import type { ToldWire } from './chat-wire.js';

/**
 * The chat as it is known here: the latest 500 messages, oldest first, each once.
 *
 * What came from its author over the author's own channel is proven. What another one told of an author is hearsay:
 * nobody can prove here what was said before they came, so it is taken where nothing better is known, never in the
 * visitor's own name, and it gives way to the author's own word. What is known is changed by its author only.
 */
export class ChatLog {
  readonly #byId = new Map<string, ChatEntry>();
  readonly #proven = new Set<string>();
  /** What was deleted before it came: its id and who deleted it, the oldest first. */
  readonly #deletions = new Set<string>();
  #entries: ChatEntry[] = [];
  #list: readonly ChatEntry[] | null = null;

  /** Frozen; the same until something changes. */
  get list(): readonly ChatEntry[] {
    return (this.#list ??= Object.freeze([...this.#entries]));
  }

  get(id: string): ChatEntry | undefined {
    return this.#byId.get(id);
  }

  /**
   * One that two logs of the same public messages (deleted ones told apart) share: their number, and their ids mixed.
   * For finding out that something is missing, not for proving anything.
   */
  get sum(): string {
    const mix = [0, 0, 0, 0];
    const entries = this.#public;
    for (const { id, isDeleted } of entries) {
      for (let index = 0; index < 4; index += 1) {
        const digits = id.slice(index * 8, index * 8 + 8);
        const word = parseInt(digits, 16);
        mix[index] = (mix[index] ?? 0) ^ (isDeleted ? ~word : word);
      }
    }
    const hex = mix.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    return `${String(entries.length)}.${hex}`;
  }

  /** Takes what its author says now, as the latest. False when it is known already. */
  addSaid(said: ChatEntry): boolean {
    const known = this.#byId.get(said.id);
    if (known !== undefined) {
      this.#prove(known, { ...said, sentAt: known.sentAt });
      return false;
    }
    const entry = this.#withDeletion(said);
    this.#proven.add(said.id);
    // Never before what was read already, whatever the sender's clock says.
    this.#insert({ ...entry, sentAt: Math.max(entry.sentAt, this.#entries.at(-1)?.sentAt ?? 0) }, this.#entries.length);
    return true;
  }

  /** Takes what `tellerId` tells of before, at its place in time. False when it is known already. */
  addTold(told: ChatEntry, tellerId: string): boolean {
    const isProven = told.participantId === tellerId;
    const known = this.#byId.get(told.id);
    if (known !== undefined) {
      if (isProven) this.#prove(known, told);
      if (isProven && told.isDeleted) this.delete(told.id, tellerId);
      return false;
    }
    const index = this.#placeOf(told);
    if (index === 0 && this.#entries.length >= CHAT_LIMITS.messages) return false;
    if (isProven) this.#proven.add(told.id);
    this.#insert(this.#withDeletion(told), index);
    return true;
  }

  /** Takes the text away, when `deleterId` is its author; one that has not come yet comes without. */
  delete(id: string, deleterId: string): boolean {
    const known = this.#byId.get(id);
    if (known === undefined) {
      this.#deletions.add(`${id} ${deleterId}`);
      const [first] = this.#deletions;
      if (this.#deletions.size > CHAT_LIMITS.deletions && first !== undefined) this.#deletions.delete(first);
      return false;
    }
    if (known.participantId !== deleterId || known.isDeleted) return false;
    this.#replace(known, { ...known, text: '', isDeleted: true });
    return true;
  }

  /** The public messages before that one (null: the latest), oldest first, as many as fit into one message. */
  partBefore(id: string | null): { readonly entries: readonly ToldWire[]; readonly isLast: boolean } {
    const all = this.#public;
    let start = id === null ? all.length : all.findIndex((entry) => entry.id === id);
    const entries: ToldWire[] = [];
    let bytes = 0;
    for (let entry = all[start - 1]; entry !== undefined; entry = all[start - 1]) {
      const told = toldOf(entry);
      bytes += byteLength(told);
      if (entries.length > 0 && (bytes > CHAT_LIMITS.partBytes || entries.length >= CHAT_LIMITS.partEntries)) break;
      entries.unshift(told);
      start -= 1;
    }
    return { entries, isLast: start <= 0 };
  }

  get #public(): readonly ChatEntry[] {
    return this.#entries.filter(({ to }) => to === null);
  }

  #insert(entry: ChatEntry, index: number): void {
    const frozen = Object.freeze(entry);
    this.#entries.splice(index, 0, frozen);
    this.#byId.set(entry.id, frozen);
    this.#list = null;
    if (this.#entries.length <= CHAT_LIMITS.messages) return;
    const oldest = this.#entries.shift();
    if (oldest === undefined) return;
    this.#byId.delete(oldest.id);
    this.#proven.delete(oldest.id);
  }

  #replace(known: ChatEntry, entry: ChatEntry): void {
    const frozen = Object.freeze(entry);
    this.#entries[this.#entries.indexOf(known)] = frozen;
    this.#byId.set(entry.id, frozen);
    this.#list = null;
  }

  /** The author's own word takes the place of hearsay about it; nobody takes the message of another one by its id. */
  #prove(known: ChatEntry, entry: ChatEntry): void {
    if (known.participantId !== entry.participantId || this.#proven.has(known.id)) return;
    this.#proven.add(known.id);
    if (known.isDeleted) return;
    const proven = this.#withDeletion(entry);
    if (proven.sentAt === known.sentAt) this.#replace(known, proven);
    else {
      this.#entries.splice(this.#entries.indexOf(known), 1);
      this.#insert(proven, this.#placeOf(proven));
    }
  }

  /** Before those of the same time: whoever tells begins with the latest. */
  #placeOf({ sentAt }: ChatEntry): number {
    const index = this.#entries.findIndex((entry) => entry.sentAt >= sentAt);
    return index < 0 ? this.#entries.length : index;
  }

  #withDeletion(entry: ChatEntry): ChatEntry {
    return this.#deletions.delete(`${entry.id} ${entry.participantId}`) ? { ...entry, text: '', isDeleted: true } : entry;
  }
}

function toldOf({ id, participantId, name, text, sentAt, replyTo }: ChatEntry): ToldWire {
  return { id, participantId, name, text, sentAt, replyTo };
}

function byteLength(told: ToldWire): number {
  return new TextEncoder().encode(JSON.stringify(told)).length;
}
