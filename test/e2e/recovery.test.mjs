import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { probe } from './lab/probe.mjs';
import { allWell, arrive, flowing, join, longestGap, newRoom, pause, settle, shown } from './lab/scene.mjs';
import { Stage, until } from './stage.mjs';

/** The aims are measured by `npm run bench:faults`; these bounds leave room for a busy machine. */
const BACK_LIMIT_MS = 10_000;

describe('a call that is hit and comes back by itself', () => {
  let stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.endBrowsers());
  after(() => stage.close());

  /** Two in a call, each in a browser of their own. */
  const meet = async ({ anasAttributes = '', signalUrl, shape } = {}) => {
    const room = newRoom();
    const browser = await stage.browser();
    const ana = await arrive(stage, browser, { room, attributes: anasAttributes, signalUrl, shape });
    const ben = await arrive(stage, await stage.browser(), { room });
    for (const visitor of [ana, ben]) await join(visitor);
    await settle([ana, ben], 500);
    return { browser, ana, ben };
  };
  const bothBack = (visitors, since) => Promise.all(visitors.map((visitor) => flowing(visitor, since, 1, BACK_LIMIT_MS)));
  const personsSeen = async (visitor) => {
    const states = await probe.states(visitor);
    return new Set(states.flatMap(({ others }) => others.map(({ id }) => id)));
  };

  it('goes on after five seconds in which nothing came through, with the same person', async () => {
    const line = await stage.line();
    const { ana, ben } = await meet({ signalUrl: line.signalUrl, shape: {} });
    line.hold();
    await ana.shape({ packetLoss: 100 });
    const startedAt = Date.now();
    await pause(5_000);
    line.release();
    await ana.shape();
    const endedAt = Date.now();
    const isLost = ({ others }) => others.some(({ isWeak, connection }) => isWeak || connection !== 'connected');
    assert.ok(
      (await probe.states(ben)).some((state) => state.at > startedAt && isLost(state)),
      'the blackout was shown',
    );
    await bothBack([ana, ben], endedAt);
    await allWell([ana, ben], BACK_LIMIT_MS);
    assert.equal((await personsSeen(ben)).size, 1);
  });

  it('goes on after six seconds in which the page stood still', async () => {
    const { browser, ana, ben } = await meet();
    await browser.setFrozen(true);
    await pause(6_000);
    const thawedAt = Date.now();
    await browser.setFrozen(false);
    await bothBack([ana, ben], thawedAt);
    await allWell([ana, ben], BACK_LIMIT_MS);
    assert.equal((await personsSeen(ben)).size, 1);
  });

  it('is taken up by the same person after a reload, and shows no ghost', async () => {
    const { ana, ben } = await meet({ anasAttributes: 'autojoin' });
    const startedAt = Date.now();
    await ana.page.reload({ waitUntil: 'commit' });
    await ana.page.waitForFunction(() => document.querySelector('nex-call')?.call?.state.status !== undefined);
    await probe.start(ana);
    await flowing(ana, startedAt, 1, BACK_LIMIT_MS);
    await pause(3_000);
    await allWell([ana, ben], BACK_LIMIT_MS);
    const states = await probe.states(ben);
    assert.equal((await personsSeen(ben)).size, 1, 'one person all the time');
    assert.ok(
      states.every(({ others }) => others.length <= 1),
      'no ghost',
    );
  });

  it('keeps the sound when the camera is pulled out, says so, and takes the camera again', async () => {
    const { browser, ana, ben } = await meet();
    const startedAt = Date.now();
    await browser.endCapture();
    await shown(ana, startedAt, ({ camera, cameraError }) => camera === 'blocked' && cameraError !== null, 'told', BACK_LIMIT_MS);
    assert.match(await ana.words(), /camera/i);
    await until(async () => (await ben.state()).others[0]?.camera === 'off', 'seen as off', BACK_LIMIT_MS);
    await pause(2_000);
    assert.ok((await longestGap([ben], startedAt, 1, ['audio'])) < 1_000, 'the sound goes on');
    const mendAt = Date.now();
    await ana.do('setCamera', true);
    await flowing(ben, mendAt, 1, BACK_LIMIT_MS, ['video']);
  });
});
