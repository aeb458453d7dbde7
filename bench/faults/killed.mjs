import { arrive, flowing, join, longestGap, newRoom, pause, settle, shown } from '../../test/e2e/lab/scene.mjs';

const GONE_LIMIT_MS = 60_000;
const MET_LIMIT_MS = 30_000;
/** Into the joining, which takes some hundreds. */
const KILL_AFTER_MS = 20;

const killed = {
  id: 'killed',
  fault: "other participant's browser killed",
  figures: [
    { key: 'weakMs', what: 'shown as weak', floor: '17.6 s', aim: '4 s', aimMs: 4_000 },
    { key: 'goneMs', what: 'shown as gone', floor: '17.6 s', aim: '20 s', aimMs: 20_000 },
    { key: 'gapMs', what: 'longest gap in the pictures of the others', aim: 'unaffected: 0.5 s', aimMs: 500 },
  ],
  async run(stage) {
    const room = newRoom();
    const [doomed, others] = [await stage.browser(), await stage.browser()];
    const [ana, ben] = [await arrive(stage, others, { room }), await arrive(stage, others, { room })];
    const cara = await arrive(stage, doomed, { room });
    for (const visitor of [ana, ben, cara]) await join(visitor);
    await settle([ana, ben, cara]);
    const benId = (await ana.state()).others[0].id;
    await doomed.kill();
    const killedAt = Date.now();
    const isCara = ({ id }) => id !== benId;
    const weakAt = await shown(
      ana,
      killedAt,
      ({ others: list }) => list.every((other) => !isCara(other) || other.isWeak || other.connection !== 'connected'),
      'weak',
      GONE_LIMIT_MS,
    );
    const goneAt = await shown(ana, killedAt, ({ others: list }) => !list.some(isCara), 'gone', GONE_LIMIT_MS);
    await pause(1_000);
    const gapMs = await longestGap([ana, ben], killedAt, 1, ['video']);
    return { weakMs: weakAt - killedAt, goneMs: goneAt - killedAt, gapMs };
  },
};

const killedWhileJoining = {
  id: 'killed-while-joining',
  fault: 'slot holder killed while another joins',
  figures: [
    { key: 'inCallMs', what: 'newcomer sees and hears the one who is left, from joining', floor: 'room lost', aim: '3 s', aimMs: 3_000 },
    { key: 'joinedMs', what: 'of that, join() settled' },
  ],
  async run(stage) {
    const room = newRoom();
    const [doomed, others] = [await stage.browser(), await stage.browser()];
    const ana = await arrive(stage, doomed, { room });
    const ben = await arrive(stage, others, { room });
    for (const visitor of [ana, ben]) await join(visitor);
    const cara = await arrive(stage, others, { room });
    await settle([ana, ben]);
    const anaId = (await ben.state()).others[0].id;
    const startedAt = Date.now();
    const killing = pause(KILL_AFTER_MS).then(() => doomed.kill());
    await join(cara);
    const joinedAt = Date.now();
    await killing;
    const isMet = ({ others: list }) => list.some(({ id, connection }) => id !== anaId && connection === 'connected');
    const inCallAt = await Promise.all([
      flowing(cara, startedAt, 1, MET_LIMIT_MS),
      shown(ben, startedAt, isMet, 'newcomer met', MET_LIMIT_MS),
    ]);
    return { inCallMs: Math.max(...inCallAt) - startedAt, joinedMs: joinedAt - startedAt };
  },
};

export const KILLED = [killed, killedWhileJoining];
