/** What one visitor may send a second, and what is taken of one: more, since a bad path delivers in bursts. */
export const REACTION_LIMITS = {
  send: { perSecond: 5, burst: 5 },
  take: { perSecond: 5, burst: 10 },
} as const;

/** The reaction of a message as it came; null for another kind, or one that is not among `known`. */
export function parseReaction<Reaction extends string>(data: unknown, known: readonly Reaction[]): Reaction | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, emoji } = data as Readonly<Record<string, unknown>>;
  return kind === 'reaction' ? (known.find((candidate) => candidate === emoji) ?? null) : null;
}
