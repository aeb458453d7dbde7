/** Rating of a connection that adds nothing: the default parameters of G.107. */
const BEST_RATING = 93.2;
/** Loss that nothing is heard of costs at most this much less than all there is (G.107, clause 7.5). */
const WORST_LOSS = 95;

/**
 * The parts of the E-model that a connection can change: ITU-T G.107, R = Ro - Is - Id - Ie,eff + A, with all other
 * parameters at their defaults. Whatever is heard is judged as a narrowband call of one codec without impairment, because
 * there are no published values of Ie and Bpl for Opus: the robustness against loss is this project's choice, not a standard's.
 */
export const eModel = {
  bestRating: BEST_RATING,

  /** What Opus stands of packets lost at random (Bpl), without and with in-band error correction; engineering choices. */
  robustness: { plain: 10, corrected: 20 },

  /**
   * Idd, G.107 clause 7.4, without echo.
   * @param delayMs one way, mouth to ear.
   */
  delayImpairment(delayMs: number): number {
    if (delayMs <= 100) return 0;
    const x = Math.log2(delayMs / 100);
    return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
  },

  /** Ie,eff, G.107 clause 7.5, for loss at random (BurstR 1) and a codec without impairment of its own (Ie 0). */
  lossImpairment(lossPercent: number, robustness: number): number {
    return lossPercent <= 0 ? 0 : (WORST_LOSS * lossPercent) / (lossPercent + robustness);
  },

  /** Mean opinion score 1 to 4.5 of a rating, G.107 annex B. */
  opinion(rating: number): number {
    if (rating <= 0) return 1;
    if (rating >= 100) return 4.5;
    return 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
  },
} as const;
