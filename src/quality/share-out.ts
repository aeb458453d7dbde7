/** One who is to be given something. */
export interface Claim {
  /** Lower is served first. */
  readonly rank: number;
  /** With less than this nothing can be done. */
  readonly leastBps: number;
  readonly mostBps: number;
}

/**
 * Divides `amountBps`: first each what it needs at least, in order of rank, then each rank in turn up to what it can use,
 * the same for all of a rank as far as they can use it. What is given never is more than there is.
 */
export function shareOut(claims: readonly Claim[], amountBps: number): readonly number[] {
  const shares = claims.map(() => 0);
  let left = Math.max(0, amountBps);
  const ranks = [...new Set(claims.map(({ rank }) => rank))].sort((a, b) => a - b);
  const served: number[] = [];
  for (const rank of ranks) {
    claims.forEach((claim, index) => {
      if (claim.rank !== rank || claim.leastBps > left || claim.mostBps <= 0) return;
      shares[index] = claim.leastBps;
      left -= claim.leastBps;
      served.push(index);
    });
  }
  for (const rank of ranks) {
    // From the one that can use least on, so that what it leaves goes to the others.
    const open = served.filter((index) => claims[index]?.rank === rank).sort((a, b) => most(claims, a) - most(claims, b));
    let pot = left + open.reduce((sum, index) => sum + (shares[index] ?? 0), 0);
    left = pot;
    open.forEach((index, place) => {
      const others = open.slice(place + 1).reduce((sum, other) => sum + (claims[other]?.leastBps ?? 0), 0);
      const equal = pot / (open.length - place);
      const share = Math.min(most(claims, index), Math.max(claims[index]?.leastBps ?? 0, Math.min(equal, pot - others)));
      shares[index] = share;
      pot -= share;
    });
    left = pot;
  }
  return shares;
}

function most(claims: readonly Claim[], index: number): number {
  const claim = claims[index];
  return claim === undefined ? 0 : Math.max(claim.mostBps, claim.leastBps);
}
