/** Numbers from 0 to 1 that are the same for the same seed (mulberry32's recurrence). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What trouble does at its height, on top of the calm shape: congestion is felt as delay first, then as loss, then as rate. */
const TROUBLES = [
  { weight: 5, what: 'congestion', rise: [5, 20], hold: [4, 20], fade: [4, 12] },
  { weight: 2, what: 'radio', rise: [4, 12], hold: [3, 12], fade: [3, 8] },
  { weight: 2, what: 'sudden', rise: [0, 0.5], hold: [3, 15], fade: [0.5, 6] },
];

/**
 * A network that drifts as real ones do: a bounded random walk round `centre`, calm for long, then trouble that builds
 * up, holds and fades, or comes at once. Answers a function that goes on by so many seconds and tells the shape then.
 *
 * @param {{ latencyMs: number, packetLoss: number, kbps: number }} centre
 * @param {() => number} random from 0 to 1
 */
export function drift(centre, random) {
  const between = (low, high) => low + (high - low) * random();
  const walk = { latency: 0, loss: 0, rate: 0 };
  let trouble = null;
  let calmLeftS = between(6, 40);

  const wander = (key, stepS) => {
    walk[key] = Math.max(-1, Math.min(1, walk[key] * (1 - 0.03 * stepS) + (random() - 0.5) * 0.35 * Math.sqrt(stepS)));
  };

  const begin = () => {
    let pick = random() * TROUBLES.reduce((sum, { weight }) => sum + weight, 0);
    const kind = TROUBLES.find(({ weight }) => (pick -= weight) <= 0) ?? TROUBLES[0];
    const size = between(0.25, 1);
    const [riseS, holdS, fadeS] = [kind.rise, kind.hold, kind.fade].map((range) => between(...range));
    return { what: kind.what, size, riseS, holdS, fadeS, ageS: 0 };
  };

  /** From 0 to 1: how far the trouble has come; the later its sign shows, the larger `lateness`. */
  const height = (lateness) => {
    if (trouble === null) return 0;
    const { ageS, riseS, holdS, fadeS, size } = trouble;
    const rise = riseS === 0 ? 1 : Math.max(0, Math.min(1, (ageS / riseS - lateness) / (1 - lateness)));
    const fade = Math.max(0, Math.min(1, 1 - (ageS - riseS - holdS) / fadeS));
    return size * Math.min(rise, fade);
  };

  return (stepS) => {
    for (const key of Object.keys(walk)) wander(key, stepS);
    if (trouble === null) {
      calmLeftS -= stepS;
      if (calmLeftS <= 0) trouble = begin();
    } else {
      trouble.ageS += stepS;
      if (trouble.ageS > trouble.riseS + trouble.holdS + trouble.fadeS) {
        trouble = null;
        // One in four calms is long.
        calmLeftS = random() < 0.25 ? between(50, 120) : between(8, 30);
      }
    }
    const isRadio = trouble?.what === 'radio';
    const delay = height(0);
    const loss = height(isRadio ? 0 : 0.4);
    const rate = height(isRadio ? 0.2 : 0.55);
    return {
      latencyMs: centre.latencyMs * (1 + 0.3 * walk.latency) + (isRadio ? 25 : 130) * delay,
      spreadMs: 0.5 + centre.latencyMs * 0.08 * (1 + walk.latency) + (isRadio ? 60 : 35) * delay,
      packetLoss: Math.max(0, centre.packetLoss * (1 + 0.6 * walk.loss)) + (isRadio ? 14 : 9) * loss,
      kbps: Math.max(200, centre.kbps * (1 + 0.25 * walk.rate) * (1 - 0.9 * rate) ** (centre.kbps > 2_000 ? 2 : 1)),
    };
  };
}
