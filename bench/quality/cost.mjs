import { pause } from '../../test/e2e/lab/scene.mjs';
import { meter } from './meter.mjs';

const SETTLE_MS = 10_000;
const MEASURE_MS = 20_000;

/** Thread time that the page's main thread has spent on it, in seconds. */
async function secondsOf(visitor, metric) {
  const session = await visitor.devtools();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === metric).value;
}

function mainThread({ id, what, aim, isMet, count, metric }) {
  return {
    id,
    what,
    unit: '%',
    aim,
    isMet,
    async run(stage, variant) {
      const browser = await stage.browser();
      const [ana] = await variant.gather(stage, browser, count);
      await pause(SETTLE_MS);
      const before = await secondsOf(ana, metric);
      const startMs = Date.now();
      await pause(MEASURE_MS);
      return { value: (100 * 1_000 * ((await secondsOf(ana, metric)) - before)) / (Date.now() - startMs) };
    },
  };
}

/** Scripts of a page with six tiles (five others and oneself). */
const scripting = mainThread({
  id: 'scripting',
  what: 'scripts with 6 tiles, share of one core',
  aim: '≤ 3 %',
  isMet: (ours) => ours !== null && ours <= 3,
  count: 6,
  metric: 'ScriptDuration',
});

/** With style, layout and painting: all three are heard every second. */
const tasks = mainThread({
  id: 'main-thread',
  what: 'all tasks of the main thread with 3 tiles, share of one core',
  aim: '',
  isMet: () => null,
  count: 3,
  metric: 'TaskDuration',
});

const statistics = {
  id: 'get-stats',
  what: 'one getStats() of a connection, 5 others',
  unit: 'ms',
  aim: '',
  isMet: () => null,
  async run(stage, variant) {
    const browser = await stage.browser();
    const [ana] = await variant.gather(stage, browser, 6);
    await pause(SETTLE_MS);
    return { value: (await meter.ownStats(ana)).meanMs };
  },
};

/** Frames shown by a tile's picture, and by a bare `<video>` of the same stream on the same page. */
const frames = {
  id: 'frames',
  what: 'frames shown beside a bare <video> of the same stream',
  unit: '%',
  aim: '≥ 98 %',
  isOurs: true,
  isMet: (ours) => ours !== null && ours >= 98,
  async run(stage, variant) {
    const browser = await stage.browser();
    const [ana] = await variant.gather(stage, browser, 2);
    await pause(SETTLE_MS);
    const value = await ana.page.evaluate(async (measureMs) => {
      const find = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? find(one.shadowRoot) : [])]);
      const [{ cameraStream }] = document.querySelector('nex-call').call.state.participants;
      const tile = find(document).find(
        (one) => one.localName === 'video' && one.srcObject?.getVideoTracks()[0] === cameraStream.getVideoTracks()[0],
      );
      const bare = Object.assign(document.createElement('video'), { muted: true, srcObject: cameraStream, width: tile.clientWidth });
      Object.assign(bare.style, { position: 'fixed', inset: '0 auto auto 0' });
      document.body.append(bare);
      await bare.play();
      const shown = (video) => video.getVideoPlaybackQuality().totalVideoFrames - video.getVideoPlaybackQuality().droppedVideoFrames;
      const before = [shown(tile), shown(bare)];
      await new Promise((resolve) => setTimeout(resolve, measureMs));
      return (100 * (shown(tile) - before[0])) / (shown(bare) - before[1]);
    }, MEASURE_MS);
    return { value };
  },
};

export const COST = [scripting, tasks, statistics, frames];
