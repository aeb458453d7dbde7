import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allConnected, allSee, Stage, until } from './stage.mjs';

const TILE_GONE_MS = 8_000;

describe('a call under real faults', () => {
  let stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it('loses nothing but the one whose browser is killed, though it held the slot, and meets a newcomer at once', async () => {
    const url = await stage.hostPage({ room: 'killed' });
    const [holders, others] = [await stage.browser(), await stage.browser()];
    const holder = await holders.visit(url);
    await holder.join();
    const [ben, cara] = [await others.visit(url), await others.visit(url)];
    for (const visitor of [ben, cara]) await visitor.join();
    await allConnected([holder, ben, cara]);
    await allSee([ben, cara]);
    await holders.kill();
    const killedAt = Date.now();
    const dan = await others.visit(url);
    await dan.join();
    await until(
      async () => (await dan.state()).others.filter(({ connection }) => connection === 'connected').length >= 2,
      'newcomer met',
      5_000,
    );
    const metMs = Date.now() - killedAt;
    await allConnected([ben, cara, dan]);
    const goneMs = Date.now() - killedAt;
    assert.ok(goneMs <= TILE_GONE_MS, `the tile went after ${goneMs} ms`);
    await allSee([ben, cara, dan]);
    console.log(`    newcomer met after ${metMs} ms, tile gone after ${goneMs} ms`);
    await Promise.all([ben, cara, dan].map((visitor) => visitor.close()));
  });

  it('goes on when the signalling server stops, and meets newcomers when it is back', async () => {
    const url = await stage.hostPage({ room: 'server' });
    const browser = await stage.browser();
    const [ana, ben] = [await browser.visit(url), await browser.visit(url)];
    for (const visitor of [ana, ben]) await visitor.join();
    await allConnected([ana, ben]);
    await stage.server.close();
    for (let second = 0; second < 3; second += 1) {
      await allSee([ana, ben]);
      for (const visitor of [ana, ben]) {
        const { status, error, others } = await visitor.state();
        assert.deepEqual([status, error, others[0]?.connection], ['connected', null, 'connected']);
      }
    }
    await stage.startServer();
    const cara = await browser.visit(url);
    await cara.join();
    await allConnected([ana, ben, cara]);
    await allSee([cara]);
    await Promise.all([ana, ben, cara].map((visitor) => visitor.close()));
  });
});
