/** Who is shown large for everybody. */
export interface SpotlightChoice {
  readonly participantId: string | null;
  /** How many choices were known to come before it. */
  readonly round: number;
  /** When it was chosen, milliseconds since the epoch. */
  readonly at: number;
}

const PARTICIPANT_ID = /^[\w-]{1,64}$/;
/** Beyond it rounds are not counted: whoever makes one up does not have the last word for ever. */
const LAST_ROUND = 1_000_000;

/** What one visitor may choose, and what is taken of one. */
export const SPOTLIGHT_LIMITS = {
  send: { perSecond: 2, burst: 5 },
  take: { perSecond: 4, burst: 64 },
} as const;

/**
 * The choice that all agree on without asking anybody: the last one. A choice that knows of another one is later,
 * whatever the clocks say; of those made side by side it is the one with the later time (at most now), and in the same
 * moment the one with the greater id, where nobody is less than anybody.
 */
export class Spotlight {
  #choice: SpotlightChoice = { participantId: null, round: 0, at: 0 };

  /** Whether that is about a spotlight at all. */
  static isMessage(data: unknown): boolean {
    return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'spotlight';
  }

  get participantId(): string | null {
    return this.#choice.participantId;
  }

  choose(participantId: string | null, now: number): void {
    const { round, at } = this.#choice;
    this.#choice = { participantId, round: Math.min(round + 1, LAST_ROUND), at: Math.max(now, at + 1) };
  }

  /** For those who come, as long as there is something to say. */
  get message(): Readonly<SpotlightChoice & { kind: 'spotlight' }> {
    return { kind: 'spotlight', ...this.#choice };
  }

  get isChosen(): boolean {
    return this.#choice.round > 0;
  }

  /** True when that was a later choice than the one before. */
  handle(data: unknown, now: number): boolean {
    if (typeof data !== 'object' || data === null) return false;
    const { kind, participantId, round, at } = data as Readonly<Record<string, unknown>>;
    if (kind !== 'spotlight' || !isCount(round) || round < 1 || !isCount(at)) return false;
    if (participantId !== null && (typeof participantId !== 'string' || !PARTICIPANT_ID.test(participantId))) return false;
    const choice = { participantId, round: Math.min(round, LAST_ROUND), at: Math.min(at, now) };
    if (!isLater(choice, this.#choice)) return false;
    this.#choice = choice;
    return true;
  }

  /** The choice ends with the one who was chosen. */
  forget(participantId: string): void {
    if (this.#choice.participantId === participantId) this.#choice = { ...this.#choice, participantId: null };
  }
}

function isLater(a: SpotlightChoice, b: SpotlightChoice): boolean {
  if (a.round !== b.round) return a.round > b.round;
  return a.at === b.at ? (a.participantId ?? '') > (b.participantId ?? '') : a.at > b.at;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
