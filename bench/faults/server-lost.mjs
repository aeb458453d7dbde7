import { arrive, flowing, join, longestGap, newRoom, pause, settle, shown } from '../../test/e2e/lab/scene.mjs';

const MET_LIMIT_MS = 60_000;
/** A pause in the pictures that somebody would call an interruption. */
const INTERRUPTION_MS = 1_000;

const serverDown = {
  id: 'server-down',
  fault: 'PeerServer down, restarted empty',
  figures: [
    { key: 'interruptions', what: 'interruptions of media over 1 s while it is down', floor: 'call lost', aim: '0', aimMs: 0, unit: '' },
    { key: 'gapMs', what: 'longest gap in pictures or sound' },
    { key: 'newcomerMs', what: 'newcomer meets both, from the restart', floor: 'call lost', aim: '3 s', aimMs: 3_000 },
  ],
  async run(stage, { outageSeconds }) {
    const room = newRoom();
    const browser = await stage.browser();
    const [ana, ben] = [await arrive(stage, browser, { room }), await arrive(stage, browser, { room })];
    for (const visitor of [ana, ben]) await join(visitor);
    const cara = await arrive(stage, browser, { room });
    await settle([ana, ben]);
    await stage.server.close();
    const downAt = Date.now();
    await pause(outageSeconds * 1_000);
    const gaps = await Promise.all([ana, ben].map((visitor) => longestGap([visitor], downAt, 1)));
    await stage.startServer();
    const startedAt = Date.now();
    await join(cara);
    const isMet = ({ others }) => others.filter(({ connection }) => connection === 'connected').length === 2;
    const met = await Promise.all([
      flowing(cara, startedAt, 2, MET_LIMIT_MS),
      ...[ana, ben].map((visitor) => shown(visitor, startedAt, isMet, 'newcomer met', MET_LIMIT_MS)),
    ]);
    return {
      interruptions: gaps.filter((gapMs) => gapMs > INTERRUPTION_MS).length,
      gapMs: Math.max(...gaps),
      newcomerMs: Math.max(...met) - startedAt,
    };
  },
};

export const SERVER_LOST = [serverDown];
