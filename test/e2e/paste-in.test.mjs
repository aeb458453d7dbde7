import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allConnected, allSee, Stage, until } from './stage.mjs';

describe('the tag pasted into pages of another origin', () => {
  let stage;
  let browser;
  before(async () => {
    stage = await Stage.open();
    browser = await stage.browser();
  });
  after(() => stage.close());

  it('gives three visitors a call, whether the script stands before or after the tag', async () => {
    const urls = await Promise.all([true, false, true].map((isScriptFirst) => stage.hostPage({ room: 'three', isScriptFirst })));
    const visitors = [];
    for (const url of urls) visitors.push(await browser.visit(url));
    for (const visitor of visitors) await visitor.join();
    await allConnected(visitors);
    await allSee(visitors);
    for (const visitor of visitors) assert.equal(await visitor.heard(), 2);
    for (const visitor of visitors) assert.deepEqual(visitor.pageErrors, []);
    await Promise.all(visitors.map((visitor) => visitor.close()));
  });

  it('asks nothing of the camera or the network before the visitor acts', async () => {
    const visitor = await browser.visit(await stage.hostPage({ room: 'quiet' }));
    const sockets = [];
    visitor.page.on('websocket', (socket) => sockets.push(socket.url()));
    await visitor.page.evaluate(() => customElements.whenDefined('nex-call'));
    await until(async () => (await visitor.state()).status === 'lobby', 'the lobby');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const state = await visitor.state();
    assert.equal(state.camera, 'off');
    assert.equal(state.microphone, 'off');
    assert.deepEqual(sockets, []);
    await visitor.close();
  });

  it('turns microphone, camera and screen on and off, and the others see it', async () => {
    const url = await stage.hostPage({ room: 'switches' });
    const [ana, ben] = [await browser.visit(url), await browser.visit(url)];
    for (const visitor of [ana, ben]) await visitor.join();
    await allConnected([ana, ben]);
    const benSees = (what, value) => until(async () => (await ben.state()).others[0]?.[what] === value, `${what} ${value}`);
    await ana.do('setCamera', false);
    assert.equal((await ana.state()).camera, 'off');
    await benSees('camera', 'off');
    await ana.do('setMicrophone', false);
    await benSees('microphone', 'off');
    await ana.do('setCamera', true);
    await benSees('camera', 'on');
    await ana.do('setScreenShare', true);
    await allSee([ben], 3);
    await ana.do('setScreenShare', false);
    await ana.leave();
    await until(async () => (await ben.state()).others.length === 0, 'alone again', 3_000);
    await ana.join();
    await allConnected([ana, ben]);
    await Promise.all([ana, ben].map((visitor) => visitor.close()));
  });

  it('releases everything when the tag is removed, and keeps the call when it is moved', async () => {
    const url = await stage.hostPage({ room: 'moves' });
    const [ana, ben] = [await browser.visit(url), await browser.visit(url)];
    for (const visitor of [ana, ben]) await visitor.join();
    await allConnected([ana, ben]);
    await ana.page.evaluate(() => {
      const section = document.body.appendChild(document.createElement('section'));
      section.append(document.querySelector('nex-call'));
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal((await ana.state()).status, 'connected');
    await allConnected([ana, ben]);
    await ana.page.evaluate(() => document.querySelector('nex-call').remove());
    await until(async () => (await ben.state()).others.length === 0, 'gone', 5_000);
    await Promise.all([ana, ben].map((visitor) => visitor.close()));
  });
});
