import { until } from '../../test/e2e/stage.mjs';
import { arrive, flowing, join, longestGap, newRoom, pause, settle, shown } from '../../test/e2e/lab/scene.mjs';

const TOLD_LIMIT_MS = 20_000;
const AUDIO_WATCH_MS = 3_000;

function cameraLost({ id, fault, take }) {
  return {
    id,
    fault,
    figures: [
      {
        key: 'toldMs',
        what: 'the public state says why (the words on the page are not judged)',
        floor: 'call ends',
        aim: '2 s',
        aimMs: 2_000,
      },
      { key: 'audioGapMs', what: 'longest gap in the sound that the other hears', floor: 'call ends', aim: '0.5 s', aimMs: 500 },
      { key: 'otherToldMs', what: 'the other sees that the camera is off' },
      { key: 'mendedMs', what: 'pictures again, from turning the camera on again' },
    ],
    async run(stage) {
      const room = newRoom();
      const [takers, others] = [await stage.browser(), await stage.browser()];
      const ana = await arrive(stage, takers, { room });
      const ben = await arrive(stage, others, { room });
      for (const visitor of [ana, ben]) await join(visitor);
      await settle([ana, ben]);
      const startedAt = Date.now();
      const giveBack = await take(takers, ana);
      const saidAt = await shown(ana, startedAt, ({ cameraError }) => cameraError !== null, 'told', TOLD_LIMIT_MS);
      const otherMs = await until(async () => (await ben.state()).others[0]?.camera !== 'on', 'seen as off', TOLD_LIMIT_MS);
      const otherToldMs = saidAt - startedAt + otherMs;
      await pause(AUDIO_WATCH_MS);
      const audioGapMs = await longestGap([ben], startedAt, 1, ['audio']);
      await giveBack();
      const mendAt = Date.now();
      await ana.do('setCamera', true);
      const backAt = await flowing(ben, mendAt, 1, TOLD_LIMIT_MS, ['video']);
      return { toldMs: saidAt - startedAt, audioGapMs, otherToldMs, mendedMs: backAt - mendAt };
    },
  };
}

async function pull(browser) {
  await browser.endCapture();
  return () => undefined;
}

async function revoke(browser, visitor) {
  const origin = new URL(visitor.page.url()).origin;
  const setting = (value) => browser.setPermission(visitor.page.url(), { permission: { name: 'camera' }, setting: value, origin });
  await setting('denied');
  return () => setting('granted');
}

export const CAMERA_LOST = [
  cameraLost({ id: 'camera-pulled', fault: 'camera pulled out (its capture process killed)', take: pull }),
  cameraLost({ id: 'camera-revoked', fault: 'camera permission revoked in the call', take: revoke }),
];
