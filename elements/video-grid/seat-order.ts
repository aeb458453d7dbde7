/**
 * The order of seats after somebody came or left: who stays keeps the seat, and the seat of one who left within the
 * first `visibleCount` goes to the first who had none in sight; newcomers sit down at the end.
 */
export function keepSeats(order: readonly string[], present: readonly string[], visibleCount: number): readonly string[] {
  const here = new Set(present);
  const seated = new Set(order);
  const newcomers = present.filter((key) => !seated.has(key));
  const waiting = order.slice(visibleCount).filter((key) => here.has(key));
  const visible: string[] = [];
  for (const key of order.slice(0, visibleCount)) {
    if (here.has(key)) visible.push(key);
    else {
      const next = waiting.shift();
      if (next !== undefined) visible.push(next);
    }
  }
  return [...visible, ...waiting, ...newcomers];
}

/** Two change their seats, nobody else moves. */
export function swapSeats(order: readonly string[], a: string, b: string): readonly string[] {
  return order.map((key) => (key === a ? b : key === b ? a : key));
}

/** Whose seat a speaker gets: of those who may give theirs, who was silent longest; among those who never spoke, the last. */
export function silentLongest(candidates: readonly string[], spokeAt: ReadonlyMap<string, number>): string | null {
  let chosen: string | null = null;
  let since = Infinity;
  for (const key of candidates) {
    const at = spokeAt.get(key) ?? -Infinity;
    if (at > since) continue;
    chosen = key;
    since = at;
  }
  return chosen;
}
