/** For every phase, the events it takes and the phase each leads to. What is absent is illegal. */
export type TransitionTable<Phase extends string, Event extends string> = {
  readonly [From in Phase]: { readonly [Kind in Event]?: Phase };
};

/** The phase after `event`, or undefined when the table does not allow it. Pure. */
export function nextPhase<Phase extends string, Event extends string>(
  table: TransitionTable<Phase, Event>,
  phase: Phase,
  event: Event,
): Phase | undefined {
  return table[phase][event];
}
