import { pause } from '../../test/e2e/lab/scene.mjs';
import { until } from '../../test/e2e/stage.mjs';
import { meter } from './meter.mjs';
import { movingCamera } from './moving-camera.mjs';

const SETTLE_MS = 10_000;
const MEASURE_MS = 15_000;
const HIDDEN = 3;
const OTHERS = 5;
/** How often the page is read while something is waited for. */
const LOOK_MS = 20;

/** Sound while four participants share an uplink that becomes 150 kbit/s. */
const soundFirst = {
  id: 'sound-150',
  what: 'made-up share of the sound, 4 participants, uplink → 150 kbit/s',
  unit: '%',
  aim: '≤ 3 %',
  isMet: (ours) => ours !== null && ours <= 3,
  async run(stage, variant) {
    const browser = await stage.browser();
    const [ana, ...others] = await variant.gather(stage, browser, 4, { shape: { latencyMs: 20 } });
    await pause(SETTLE_MS);
    await ana.shape({ latencyMs: 20, upKbps: 150 });
    // The fall itself counts too, but for its first second.
    await pause(1_000);
    const before = await Promise.all(others.map((visitor) => meter.read(visitor)));
    await pause(MEASURE_MS);
    const after = await Promise.all(others.map((visitor) => meter.read(visitor)));
    const grown = (name) => after.reduce((sum, reading, index) => sum + reading[name] - before[index][name], 0);
    // Each hears three, of whom one is slow: the share of hers alone.
    return { value: grown('samples') === 0 ? null : (100 * 3 * grown('concealed')) / grown('samples') };
  },
};

/** What one sends to five of whom three do not see the picture. */
const hidden = {
  id: 'hidden-3-of-5',
  what: 'uplink with 3 of 5 tiles hidden, kbit/s',
  unit: 'kbit/s',
  aim: '≤ 45 % of the plain mesh',
  isMet: (ours, plain) => ours !== null && plain !== null && ours <= 0.45 * plain,
  async run(stage, variant) {
    const browser = await stage.browser({ flags: movingCamera() });
    const onlyFirst = (index) => index === 0;
    const [ana, ...others] = await variant.gather(stage, browser, OTHERS + 1, {
      hasCamera: onlyFirst,
      attributes: (index) => (onlyFirst(index) ? '' : 'camera-off'),
    });
    await Promise.all(others.slice(0, HIDDEN).map((visitor) => variant.hidePictures(visitor, true)));
    await pause(SETTLE_MS);
    const before = await meter.read(ana);
    await pause(MEASURE_MS);
    const after = await meter.read(ana);
    const kbps = (name) => ((after[name] - before[name]) * 8) / (after.at - before.at);
    return { value: kbps('videoBytes') + kbps('audioBytes'), soundKbps: kbps('audioBytes') };
  },
};

/** From hiding to silence of the picture, and from showing to its first new frame. */
function hiding(id, what, isBack) {
  return {
    id,
    what,
    unit: 'ms',
    aim: '≤ 300 ms',
    isMet: (ours) => ours !== null && ours <= 300,
    async run(stage, variant) {
      const browser = await stage.browser();
      const [ana, ben] = await variant.gather(stage, browser, 2);
      await pause(SETTLE_MS);
      await meter.record(ana);
      const hiddenAt = Date.now();
      await variant.hidePictures(ben, true);
      await pause(3_000);
      const series = await meter.series(ana, hiddenAt);
      // Without headers: Chromium may go on to probe the line once, with four empty packets.
      const end = series.at(-1).pictureBytes;
      const lastSent = series.find(({ pictureBytes }) => pictureBytes === end);
      // Still sending after three seconds: it never stops.
      if (lastSent === series.at(-1)) return { value: null };
      if (!isBack) return { value: lastSent.at - hiddenAt };
      const { framesDecoded } = await meter.read(ben);
      const shownAt = Date.now();
      await variant.hidePictures(ben, false);
      await until(async () => (await meter.read(ben)).framesDecoded > framesDecoded, 'a frame', 10_000).finally(() => pause(LOOK_MS));
      return { value: Date.now() - shownAt };
    },
  };
}

export const SENDING = [
  soundFirst,
  hidden,
  hiding('hide', 'from hiding a tile to no more video', false),
  hiding('show', 'from showing it again to its first frame', true),
];
