import { pause } from '../../test/e2e/lab/scene.mjs';
import { meter } from './meter.mjs';

/** Long enough for the browser's own estimate to rise to what the camera gives. */
const SETTLE_MS = 25_000;
const WATCH_MS = 20_000;
const GOOD = { latencyMs: 10 };
/** A battery that a test can empty: the page sees what it sees on a laptop. */
const BATTERY = `(() => {
  const battery = Object.assign(new EventTarget(), { level: 0.8, charging: false, chargingTime: Infinity, dischargingTime: 3600 });
  navigator.getBattery = () => Promise.resolve(battery);
  globalThis.setBattery = (level) => {
    battery.level = level;
    battery.dispatchEvent(new Event('levelchange'));
  };
})();`;

const CAUSES = [
  { id: 'round-trip', what: 'round trip 20 → 600 ms', aimMs: 3_000, floor: '7 s', begin: (visitor) => visitor.shape({ latencyMs: 300 }) },
  { id: 'loss', what: 'loss 0 → 15 %', aimMs: 2_000, floor: '4.5 s', begin: (visitor) => visitor.shape({ ...GOOD, packetLoss: 15 }) },
  {
    id: 'bandwidth',
    what: 'bandwidth → 300 kbit/s',
    aimMs: 4_000,
    floor: '11 s',
    begin: (visitor) => visitor.shape({ ...GOOD, kbps: 300 }),
  },
  {
    id: 'battery',
    what: 'battery 80 → 10 %',
    aimMs: 500,
    floor: '1 s',
    begin: ({ page }) => page.evaluate(() => globalThis.setBattery(0.1)),
  },
];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Milliseconds from `at` until what the encoders are told to send has fallen by a quarter; null when it does not. */
export function fallMs(series, at) {
  const before = mean(series.filter((entry) => entry.at > at - 3_000 && entry.at <= at).map(({ videoTargetBps }) => videoTargetBps));
  const fallen = series.find((entry) => entry.at > at && entry.videoTargetBps < 0.75 * before);
  return fallen ? fallen.at - at : null;
}

/** How often what is sent changed its size or pace by an own decision: steps of a size, or off and on. */
export function countSteps(changes, from, to) {
  let steps = 0;
  let last = null;
  for (const { at, kind, encodings } of changes) {
    if (kind !== 'video') continue;
    const { active, scale, maxFramerate } = encodings[0];
    const now = `${active} ${Math.round(scale * 10)} ${maxFramerate}`;
    if (last !== null && now !== last && at > from && at <= to) steps += 1;
    last = now;
  }
  return steps;
}

function reaction({ id, what, aimMs, floor, begin }) {
  return {
    id: `reaction-${id}`,
    what: `from ${what} to changed sending`,
    unit: 'ms',
    aim: `≤ ${aimMs / 1_000} s (floor ${floor})`,
    isMet: (ours) => ours !== null && ours <= aimMs,
    async run(stage, variant) {
      const browser = await stage.browser();
      const [ana] = await variant.gather(stage, browser, 2, { shape: GOOD, initScript: BATTERY });
      await meter.record(ana);
      await pause(SETTLE_MS);
      const at = Date.now();
      await begin(ana);
      await pause(WATCH_MS);
      return { value: fallMs(await meter.series(ana, at - 3_000), at) };
    },
  };
}

const SWING_SETTLE_MS = 15_000;
const SWING_MS = 30_000;

const swing = {
  id: 'swing',
  what: 'changes of size in 30 s on a constant 600 kbit/s',
  unit: '',
  aim: '≤ 2',
  isMet: (ours) => ours !== null && ours <= 2,
  async run(stage, variant) {
    const browser = await stage.browser();
    const [ana] = await variant.gather(stage, browser, 2, { shape: { ...GOOD, kbps: 600 } });
    await pause(SWING_SETTLE_MS);
    const from = Date.now();
    await pause(SWING_MS);
    return { value: countSteps(await meter.changes(ana), from, Date.now()) };
  },
};

const CUT_MS = 20_000;
const RETURN_MS = 60_000;

/** Milliseconds from `at` until what the encoders are told to send is nine tenths of what it was; null when it is not. */
export function riseMs(series, at, beforeBps) {
  const risen = series.find((entry) => entry.at > at && entry.videoTargetBps >= 0.8 * beforeBps);
  return risen ? risen.at - at : null;
}

const recovery = {
  id: 'recovery',
  what: 'from the end of 20 s at 300 kbit/s to the rate of before',
  unit: 'ms',
  aim: '≤ 25 s',
  isMet: (ours) => ours !== null && ours <= 25_000,
  async run(stage, variant) {
    const browser = await stage.browser();
    const [ana] = await variant.gather(stage, browser, 2, { shape: { ...GOOD, kbps: 3_000 } });
    await meter.record(ana);
    await pause(SETTLE_MS);
    const cutAt = Date.now();
    await ana.shape({ ...GOOD, kbps: 300 });
    await pause(CUT_MS);
    const at = Date.now();
    await ana.shape({ ...GOOD, kbps: 3_000 });
    await pause(RETURN_MS);
    const series = await meter.series(ana, cutAt - 5_000);
    const target = (from, to) =>
      mean(series.filter((entry) => entry.at > from && entry.at <= to).map(({ videoTargetBps }) => videoTargetBps));
    const [beforeBps, lowBps] = [target(cutAt - 5_000, cutAt), target(at - 5_000, at)];
    return { value: riseMs(series, at, beforeBps), beforeKbps: beforeBps / 1_000, lowKbps: lowBps / 1_000 };
  },
};

export const REACTIONS = [...CAUSES.map(reaction), swing, recovery];
