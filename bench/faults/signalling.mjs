import { probe } from '../../test/e2e/lab/probe.mjs';
import { arrive, flowing, join, longestGap, newRoom, pause, settle, shown } from '../../test/e2e/lab/scene.mjs';
import { allConnected, until } from '../../test/e2e/stage.mjs';

const NOTICE_LIMIT_MS = 120_000;
const MET_LIMIT_MS = 60_000;
const MERGE_LIMIT_MS = 120_000;
const HALF_SETTLE_MS = 2_000;

const halfOpen = {
  id: 'signalling-half-open',
  fault: 'signalling half open',
  figures: [
    { key: 'noticedMs', what: 'a new connection to the server made', floor: '90 s', aim: '30 s', aimMs: 30_000 },
    { key: 'repairedMs', what: 'as many new connections as were lost' },
    { key: 'troublesSeen', what: 'public states other than connected while it lasts (0: unseen)', aim: '0', aimMs: 0, unit: '' },
    { key: 'gapMs', what: 'longest gap in pictures or sound', aim: '0.5 s', aimMs: 500 },
    { key: 'newcomerMs', what: 'newcomer afterwards meets both', aim: '3 s', aimMs: 3_000 },
  ],
  async run(stage) {
    const room = newRoom();
    const browser = await stage.browser();
    const line = await stage.line();
    const ana = await arrive(stage, browser, { room, signalUrl: line.signalUrl });
    const ben = await arrive(stage, browser, { room });
    for (const visitor of [ana, ben]) await join(visitor);
    const cara = await arrive(stage, browser, { room });
    await settle([ana, ben]);
    const lost = line.connections.length;
    const startedAt = Date.now();
    line.blackHole();
    await until(() => line.connections.length > lost, 'noticed', NOTICE_LIMIT_MS);
    await until(() => line.connections.length >= lost * 2, 'repaired', NOTICE_LIMIT_MS);
    const repairedAt = line.connections[lost * 2 - 1];
    await pause(1_000);
    const gapMs = await longestGap([ana, ben], startedAt, 1);
    const troubles = (await probe.states(ana)).filter(
      ({ at, status, error, others }) =>
        at > startedAt && (status !== 'connected' || error !== null || others[0]?.isWeak || others[0]?.connection !== 'connected'),
    );
    const newcomerAt = Date.now();
    await join(cara);
    const met = await Promise.all([
      flowing(cara, newcomerAt, 2, MET_LIMIT_MS),
      shown(ana, newcomerAt, ({ others }) => others.length === 2 && others[1].connection === 'connected', 'newcomer met', MET_LIMIT_MS),
    ]);
    return {
      noticedMs: line.connections[lost] - startedAt,
      repairedMs: repairedAt - startedAt,
      troublesSeen: troubles.length,
      gapMs,
      newcomerMs: Math.max(...met) - newcomerAt,
    };
  },
};

const merged = {
  id: 'halves-merged',
  fault: 'two halves of a room merged (sound only)',
  figures: [
    {
      key: 'mergedMs',
      what: 'all four hear each other, from when one server is there for both',
      floor: 'never',
      aim: '15 s',
      aimMs: 15_000,
    },
    { key: 'gapMs', what: 'longest gap in the sound within the halves' },
  ],
  async run(stage) {
    const room = newRoom();
    const browsers = [await stage.browser(), await stage.browser()];
    const other = await stage.furtherServer();
    const line = await stage.line(other);
    const half = (browser, options) => Promise.all([0, 1].map(() => arrive(stage, browser, { room, attributes: 'no-video', ...options })));
    const [ana, ben] = await half(browsers[0], {});
    const [cara, dan] = await half(browsers[1], { signalUrl: line.signalUrl });
    for (const visitor of [ana, ben, cara, dan]) await join(visitor);
    await Promise.all([settle([ana, ben], HALF_SETTLE_MS, ['audio']), settle([cara, dan], HALF_SETTLE_MS, ['audio'])]);
    line.aim(stage.server.port);
    await other.close();
    const startedAt = Date.now();
    const everybody = [ana, ben, cara, dan];
    await until(
      async () =>
        (await Promise.all(everybody.map((visitor) => visitor.state()))).every(
          ({ others }) => others.filter(({ connection }) => connection === 'connected').length === 3,
        ),
      'one room',
      MERGE_LIMIT_MS,
    );
    const times = await Promise.all(everybody.map((visitor) => flowing(visitor, startedAt, 3, MERGE_LIMIT_MS, ['audio'])));
    await allConnected(everybody);
    // A half that fell apart fails this figure, not the other.
    const gapMs = await longestGap(everybody, startedAt, 1, ['audio']).catch(() => null);
    return { mergedMs: Math.max(...times) - startedAt, gapMs };
  },
};

export const SIGNALLING = [halfOpen, merged];
