import { allWell, arrive, flowing, join, newRoom, pause, settle } from '../../test/e2e/lab/scene.mjs';
import { probe } from '../../test/e2e/lab/probe.mjs';

const BACK_LIMIT_MS = 60_000;
const FROZEN_MS = 40_000;

const figures = [
  { key: 'backMs', what: 'pictures and sound back on both sides, after the thaw', floor: 'call lost', aim: '2 s', aimMs: 2_000 },
  { key: 'wellMs', what: 'both shown as connected again' },
  { key: 'tilesAtMost', what: 'most others ever shown to the other (more than 1: a ghost)', aim: '1', aimMs: 1, unit: '' },
];

function frozen({ id, fault, freeze }) {
  return {
    id,
    fault,
    figures,
    async run(stage) {
      const room = newRoom();
      const [sleeper, awake] = [await stage.browser(), await stage.browser()];
      const ana = await arrive(stage, sleeper, { room });
      const ben = await arrive(stage, awake, { room });
      for (const visitor of [ana, ben]) await join(visitor);
      await settle([ana, ben]);
      await freeze(sleeper, ana, true);
      await pause(FROZEN_MS);
      const thawedAt = Date.now();
      await freeze(sleeper, ana, false);
      const [wellAt, ...times] = await Promise.all([
        allWell([ana, ben], BACK_LIMIT_MS),
        ...[ana, ben].map((visitor) => flowing(visitor, thawedAt, 1, BACK_LIMIT_MS)),
      ]);
      const tilesAtMost = Math.max(...(await probe.states(ben)).map(({ others }) => others.length));
      return { backMs: Math.max(...times) - thawedAt, wellMs: wellAt - thawedAt, tilesAtMost };
    },
  };
}

export const FROZEN = [
  frozen({
    id: 'frozen-40',
    fault: 'frozen tab, 40 s (its process stopped)',
    freeze: (browser, _visitor, isFrozen) => browser.setFrozen(isFrozen),
  }),
  frozen({
    id: 'frozen-page-40',
    fault: 'frozen tab, 40 s (page lifecycle: scripts stop)',
    freeze: (_browser, visitor, isFrozen) => visitor.setFrozenByBrowser(isFrozen),
  }),
];
