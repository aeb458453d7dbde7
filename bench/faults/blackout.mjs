import { allWell, arrive, flowing, join, newRoom, pause, settle } from '../../test/e2e/lab/scene.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';

const BACK_LIMIT_MS = 90_000;

/** Everything one device sends and receives is lost: media by shaping, signalling by holding its line. */
function blackout({ id, seconds, floor, aim, aimMs }) {
  return {
    id,
    fault: `${seconds} s blackout, path unchanged`,
    figures: [
      { key: 'backMs', what: 'pictures and sound back, after it ends', floor, aim, aimMs },
      { key: 'videoMs', what: 'of that, pictures' },
      { key: 'audioMs', what: 'of that, sound' },
      { key: 'wellMs', what: 'both shown as connected again' },
      { key: 'sawLostMs', what: 'shown as weak or reconnecting, after it begins', isRare: true },
    ],
    async run(stage) {
      const room = newRoom();
      const browser = await stage.browser();
      const line = await stage.line();
      const ana = await arrive(stage, browser, { room, signalUrl: line.signalUrl, shape: {} });
      const ben = await arrive(stage, browser, { room });
      for (const visitor of [ana, ben]) await join(visitor);
      await settle([ana, ben]);
      line.hold();
      await ana.shape({ packetLoss: 100 });
      const startedAt = Date.now();
      await pause(seconds * 1_000);
      line.release();
      await ana.shape();
      const endedAt = Date.now();
      const [wellAt, videoAt, audioAt] = await Promise.all([
        allWell([ana, ben], BACK_LIMIT_MS),
        ...['video', 'audio'].map(async (kind) => {
          const times = await Promise.all([ana, ben].map((visitor) => flowing(visitor, endedAt, 1, BACK_LIMIT_MS, [kind])));
          return Math.max(...times);
        }),
      ]);
      const lost = (await probe.states(ben)).find(
        ({ at, others }) => at > startedAt && others.some(({ connection, isWeak }) => isWeak || connection !== 'connected'),
      );
      const [videoMs, audioMs] = [videoAt - endedAt, audioAt - endedAt];
      return {
        backMs: Math.max(videoMs, audioMs),
        videoMs,
        audioMs,
        wellMs: wellAt - endedAt,
        sawLostMs: lost ? lost.at - startedAt : null,
      };
    },
  };
}

export const BLACKOUTS = [
  blackout({ id: 'blackout-5', seconds: 5, floor: '10 s', aim: '1.5 s', aimMs: 1_500 }),
  blackout({ id: 'blackout-30', seconds: 30, floor: '60 s', aim: '3 s', aimMs: 3_000 }),
];
