import { arrive, flowing, join, newRoom, pause, settle } from '../../test/e2e/lab/scene.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';

const BACK_LIMIT_MS = 60_000;
const GHOST_WATCH_MS = 3_000;

const reloaded = {
  id: 'reload',
  fault: 'reload in the call',
  figures: [
    { key: 'backMs', what: 'pictures and sound back on both sides, from the reload', floor: 'new person', aim: '3 s', aimMs: 3_000 },
    { key: 'personsSeen', what: 'persons the other saw (1: the same one)', aim: '1', aimMs: 1, unit: '' },
    { key: 'tilesAtMost', what: 'most others shown at once (more than 1: a ghost)', aim: '1', aimMs: 1, unit: '' },
  ],
  async run(stage) {
    const room = newRoom();
    const browser = await stage.browser();
    const ana = await arrive(stage, browser, { room, attributes: 'autojoin' });
    const ben = await arrive(stage, browser, { room });
    for (const visitor of [ana, ben]) await join(visitor);
    await settle([ana, ben]);
    const startedAt = Date.now();
    await ana.page.reload({ waitUntil: 'commit' });
    await ana.page.waitForFunction(() => document.querySelector('nex-call')?.call?.state.status !== undefined);
    await probe.start(ana);
    const times = await Promise.all([ana, ben].map((visitor) => flowing(visitor, startedAt + 200, 1, BACK_LIMIT_MS)));
    await pause(GHOST_WATCH_MS);
    const states = await probe.states(ben);
    const ids = new Set(states.flatMap(({ others }) => others.map(({ id }) => id)));
    return {
      backMs: Math.max(...times) - startedAt,
      personsSeen: ids.size,
      tilesAtMost: Math.max(...states.map(({ others }) => others.length)),
    };
  },
};

export const RELOADED = [reloaded];
