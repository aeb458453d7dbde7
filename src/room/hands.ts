/** A hand that went up while one was watching was raised within this time: what was said to one who was away comes as late. */
const LATEST_NEWS_MS = 60_000;
const LATEST_DATE_MS = 8.64e15;

/**
 * When the others raised their hands, from their presence. The time is the word of who raised it and decides who comes
 * first, so it is bounded: never in the future, not long past for a hand that was seen down, and the same as long as it
 * is up. Of a hand that was up before this device came nothing better is known than what its owner says.
 */
export class Hands {
  readonly #known = new Map<string, number | null>();

  /** Milliseconds since the epoch, or null while it is down; undefined for what is no presence. */
  read(participantId: string, data: unknown, now: number): number | null | undefined {
    if (typeof data !== 'object' || data === null) return undefined;
    const { kind, handRaisedAt } = data as Readonly<Record<string, unknown>>;
    if (kind !== 'presence') return undefined;
    const known = this.#known.get(participantId);
    const raisedAt = isDate(handRaisedAt) ? (known ?? bound(handRaisedAt, known === null ? now - LATEST_NEWS_MS : 0, now)) : null;
    this.#known.set(participantId, raisedAt);
    return raisedAt;
  }

  forget(participantId: string): void {
    this.#known.delete(participantId);
  }
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST_DATE_MS;
}

function bound(value: number, least: number, most: number): number {
  return Math.floor(Math.min(Math.max(value, least), most));
}
